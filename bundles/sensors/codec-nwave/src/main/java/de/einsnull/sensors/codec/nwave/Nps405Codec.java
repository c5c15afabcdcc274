package de.einsnull.sensors.codec.nwave;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.ObservedProperties;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.ForModel;
import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.PayloadCodec;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import de.einsnull.sensors.api.driver.Vector;
import java.nio.ByteBuffer;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * Nwave NPS405: whether a vehicle stands on a parking bay.
 *
 * <p>FPort 1 (status), 2 (heartbeat) and 10 (tag) say it in bit 0 of the first byte, FPort 3 (start) in bit 0 of the
 * fifth. The heartbeat adds battery (2,500 mV + 4 mV a step) and temperature (10 °C + 0.5 °C a step, signed). The number of
 * a driver's tag (FPort 10) is personal data and is not read. Source: Nwave, "LoRaWAN Parking Sensor – Getting Started",
 * 4.2.
 */
@Component
@ForModel(
        id = "nwave-nps405",
        name = "Nwave NPS405",
        datasheet = "https://nwaveio.atlassian.net/wiki/spaces/ND/pages/1654784042/")
public final class Nps405Codec implements PayloadCodec {

    private static final String DEVICE_TEMPERATURE = "device_temperature";
    private static final String TTN = "The Things Network, device repository, nwave/nps405: ";

    @Override
    public List<Channel> channels() {
        return List.of(
                Channel.flag(Channels.OCCUPIED, ObservedProperties.PARKING_OCCUPIED),
                Channel.number(Channels.BATTERY_VOLTAGE, "V", ObservedProperties.BATTERY_VOLTAGE),
                Channel.number(DEVICE_TEMPERATURE, "Cel", "urn:einsnull:property:device-temperature"));
    }

    @Override
    public List<Vector> vectors() {
        return List.of(
                Vector.decodes(TTN + "status", 1, "95").expect(Channels.OCCUPIED, Value.of(true)),
                Vector.decodes("status, same duration, bay free", 1, "94").expect(Channels.OCCUPIED, Value.of(false)),
                Vector.decodes(TTN + "heartbeat", 2, "00D3D800590B")
                        .expect(Channels.OCCUPIED, Value.of(false))
                        .expect(Channels.BATTERY_VOLTAGE, 3.344)
                        .expect(DEVICE_TEMPERATURE, -10),
                Vector.decodes(TTN + "start", 3, "0204090200").expect(Channels.OCCUPIED, Value.of(false)),
                Vector.decodes(TTN + "tag", 10, "D11F345678").expect(Channels.OCCUPIED, Value.of(true)),
                Vector.refused("empty", 1, ""));
    }

    @Override
    public List<Reading> decode(Frame frame) throws UndecodableFrameException {
        var bytes = frame.payload();
        return switch (frame.port()) {
            case 1, 10 -> List.of(occupied(frame, bytes, 0, 1));
            case 2 -> heartbeat(frame, bytes);
            case 3 -> List.of(occupied(frame, bytes, 4, 5));
            default -> List.of();
        };
    }

    private static List<Reading> heartbeat(Frame frame, ByteBuffer bytes) throws UndecodableFrameException {
        var at = frame.receivedAt();
        return List.of(
                occupied(frame, bytes, 0, 3),
                new Reading(Channels.BATTERY_VOLTAGE, (2_500 + 4 * (bytes.get(1) & 0xFF)) / 1000.0, "V", at),
                new Reading(DEVICE_TEMPERATURE, bytes.get(2) / 2.0 + 10, "Cel", at));
    }

    private static Reading occupied(Frame frame, ByteBuffer bytes, int at, int needed)
            throws UndecodableFrameException {
        if (bytes.remaining() < needed) {
            throw new UndecodableFrameException(
                    "port " + frame.port() + ": expected " + needed + " bytes or more, got " + bytes.remaining());
        }
        return new Reading(Channels.OCCUPIED, (bytes.get(at) & 1) == 1, frame.receivedAt());
    }
}
