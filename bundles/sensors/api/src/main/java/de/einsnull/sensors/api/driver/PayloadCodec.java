package de.einsnull.sensors.api.driver;

import de.einsnull.sensors.api.Channel;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decodes the binary payload of one device model. Register it as an OSGi service with {@link ForModel}. It is used for the
 * devices of that model while the service is there, after all its {@link #vectors()} have come out as they say.
 *
 * <p>A whole codec, for the temperature sensor Dragino LHT65:
 *
 * <pre>{@code
 * @Component
 * @ForModel(id = "dragino-lht65", name = "Dragino LHT65", datasheet = "https://wiki.dragino.com/...")
 * public final class Lht65Codec implements PayloadCodec {
 *
 *     @Override
 *     public List<Channel> channels() {
 *         return List.of(
 *                 Channel.number(Channels.AIR_TEMPERATURE, "Cel", ObservedProperties.AIR_TEMPERATURE),
 *                 Channel.number(Channels.RELATIVE_HUMIDITY, "%", ObservedProperties.RELATIVE_HUMIDITY));
 *     }
 *
 *     @Override
 *     public List<Vector> vectors() {
 *         return List.of(Vector.decodes("manual, 2.4.1", 2, "CBF60B0D0376010ADD7FFF")
 *                 .expect(Channels.AIR_TEMPERATURE, 28.29)
 *                 .expect(Channels.RELATIVE_HUMIDITY, 88.6));
 *     }
 *
 *     @Override
 *     public List<Reading> decode(Frame frame) throws UndecodableFrameException {
 *         var bytes = frame.payload();
 *         if (frame.port() != 2) {
 *             return List.of();
 *         }
 *         if (bytes.remaining() != 11) {
 *             throw new UndecodableFrameException("expected 11 bytes, got " + bytes.remaining());
 *         }
 *         return List.of(
 *                 new Reading(Channels.AIR_TEMPERATURE, bytes.getShort(2) / 100.0, "Cel", frame.receivedAt()),
 *                 new Reading(Channels.RELATIVE_HUMIDITY, bytes.getShort(4) / 10.0, "%", frame.receivedAt()));
 *     }
 * }
 * }</pre>
 */
@ConsumerType
public interface PayloadCodec {

    /**
     * What the model delivers. Asked once.
     *
     * @return one channel or more
     */
    List<Channel> channels();

    /**
     * Payloads with the values they mean, from the manufacturer's documentation. Asked once.
     *
     * @return one vector or more
     */
    List<Vector> vectors();

    /**
     * Decodes a payload. Called from several threads at once, at most {@value Limits#DECODE_SECONDS} seconds; keeps no
     * state between calls and does no input or output.
     *
     * @param frame what the device sent
     * @return its readings, empty for frames without any (another port, a receipt)
     * @throws UndecodableFrameException if the bytes are not what the model sends
     */
    List<Reading> decode(Frame frame) throws UndecodableFrameException;
}
