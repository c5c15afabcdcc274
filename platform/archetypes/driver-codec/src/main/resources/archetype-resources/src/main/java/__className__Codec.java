package ${package};

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.ObservedProperties;
import de.einsnull.sensors.api.driver.ForModel;
import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.PayloadCodec;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import de.einsnull.sensors.api.driver.Vector;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Port 1, four bytes, big-endian: temperature (0.01 °C, signed), relative humidity (0.1 %). */
@Component
@ForModel(id = "${model}", name = "${className}")
public final class ${className}Codec implements PayloadCodec {

    /** What the model delivers. Well-known channels mean the same on every device. */
    @Override
    public List<Channel> channels() {
        return List.of(
                Channel.number(Channels.AIR_TEMPERATURE, "Cel", ObservedProperties.AIR_TEMPERATURE),
                Channel.number(Channels.RELATIVE_HUMIDITY, "%", ObservedProperties.RELATIVE_HUMIDITY));
    }

    /** Examples from the manufacturer's documentation. The platform uses the codec only if all come out like this. */
    @Override
    public List<Vector> vectors() {
        return List.of(
                Vector.decodes("manual, page 3", 1, "0866 0258")
                        .expect(Channels.AIR_TEMPERATURE, 21.5)
                        .expect(Channels.RELATIVE_HUMIDITY, 60),
                Vector.refused("cut off", 1, "0866"));
    }

    @Override
    public List<Reading> decode(Frame frame) throws UndecodableFrameException {
        var bytes = frame.payload();
        if (frame.port() != 1) {
            return List.of(); // a frame without readings is fine
        }
        if (bytes.remaining() != 4) {
            throw new UndecodableFrameException("expected 4 bytes, got " + bytes.remaining());
        }
        return List.of(
                new Reading(Channels.AIR_TEMPERATURE, bytes.getShort() / 100.0, "Cel", frame.receivedAt()),
                new Reading(Channels.RELATIVE_HUMIDITY, bytes.getShort() / 10.0, "%", frame.receivedAt()));
    }
}
