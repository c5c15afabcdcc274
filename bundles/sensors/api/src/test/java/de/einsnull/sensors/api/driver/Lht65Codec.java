package de.einsnull.sensors.api.driver;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.ObservedProperties;
import java.util.List;

/** The example of {@link PayloadCodec}, kept here so that it compiles and works. */
final class Lht65Codec implements PayloadCodec {

    @Override
    public List<Channel> channels() {
        return List.of(
                Channel.number(Channels.AIR_TEMPERATURE, "Cel", ObservedProperties.AIR_TEMPERATURE),
                Channel.number(Channels.RELATIVE_HUMIDITY, "%", ObservedProperties.RELATIVE_HUMIDITY));
    }

    @Override
    public List<Vector> vectors() {
        return List.of(Vector.decodes("manual, 2.4.1", 2, "CBF60B0D0376010ADD7FFF")
                .expect(Channels.AIR_TEMPERATURE, 28.29)
                .expect(Channels.RELATIVE_HUMIDITY, 88.6));
    }

    @Override
    public List<Reading> decode(Frame frame) throws UndecodableFrameException {
        var bytes = frame.payload();
        if (frame.port() != 2) {
            return List.of();
        }
        if (bytes.remaining() != 11) {
            throw new UndecodableFrameException("expected 11 bytes, got " + bytes.remaining());
        }
        return List.of(
                new Reading(Channels.AIR_TEMPERATURE, bytes.getShort(2) / 100.0, "Cel", frame.receivedAt()),
                new Reading(Channels.RELATIVE_HUMIDITY, bytes.getShort(4) / 10.0, "%", frame.receivedAt()));
    }
}
