package de.einsnull.sensors.codec.dragino;

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

/**
 * Dragino LSE01: moisture, temperature and conductivity of the soil.
 *
 * <p>FPort 2, 11 bytes, big-endian: battery in mV (14 bits), external thermometer (0.1 °C, not used), moisture (0.01 %),
 * temperature (0.01 °C, signed), conductivity (uS/cm), flags. Source: Dragino, "LSE01 User Manual", 2.3.
 */
@Component
@ForModel(
        id = "dragino-lse01",
        name = "Dragino LSE01",
        datasheet = "http://wiki.dragino.com/xwiki/bin/view/Main/User%20Manual%20for%20LoRaWAN%20End%20Nodes/"
                + "LSE01-LoRaWAN%20Soil%20Moisture%20%26%20EC%20Sensor%20User%20Manual/")
public final class Lse01Codec implements PayloadCodec {

    private static final int DATA_PORT = 2;
    private static final int DATA_BYTES = 11;

    @Override
    public List<Channel> channels() {
        return List.of(
                Channel.number(Channels.SOIL_MOISTURE, "%", ObservedProperties.SOIL_MOISTURE),
                Channel.number(Channels.SOIL_TEMPERATURE, "Cel", ObservedProperties.SOIL_TEMPERATURE),
                Channel.number(Channels.SOIL_CONDUCTIVITY, "uS/cm", ObservedProperties.SOIL_CONDUCTIVITY),
                Channel.number(Channels.BATTERY_VOLTAGE, "V", ObservedProperties.BATTERY_VOLTAGE));
    }

    @Override
    public List<Vector> vectors() {
        return List.of(
                Vector.decodes("The Things Network, device repository, dragino/lse01", 2, "CE2900F107A5099B6E2890")
                        .expect(Channels.BATTERY_VOLTAGE, 3.625)
                        .expect(Channels.SOIL_MOISTURE, 19.57)
                        .expect(Channels.SOIL_TEMPERATURE, 24.59)
                        .expect(Channels.SOIL_CONDUCTIVITY, 28_200),
                Vector.decodes("manual, 2.3.1 to 2.3.4, its examples put together", 2, "0B45 0000 05DC 0105 00C8 00")
                        .expect(Channels.BATTERY_VOLTAGE, 2.885)
                        .expect(Channels.SOIL_MOISTURE, 15)
                        .expect(Channels.SOIL_TEMPERATURE, 2.61)
                        .expect(Channels.SOIL_CONDUCTIVITY, 200),
                Vector.refused("cut off", 2, "CE2900F107"));
    }

    @Override
    public List<Reading> decode(Frame frame) throws UndecodableFrameException {
        if (frame.port() != DATA_PORT) {
            return List.of();
        }
        var bytes = frame.payload();
        if (bytes.remaining() != DATA_BYTES) {
            throw new UndecodableFrameException("expected 11 bytes, got " + bytes.remaining());
        }
        var at = frame.receivedAt();
        return List.of(
                new Reading(Channels.BATTERY_VOLTAGE, (bytes.getShort(0) & 0x3FFF) / 1000.0, "V", at),
                new Reading(Channels.SOIL_MOISTURE, (bytes.getShort(4) & 0xFFFF) / 100.0, "%", at),
                new Reading(Channels.SOIL_TEMPERATURE, bytes.getShort(6) / 100.0, "Cel", at),
                new Reading(Channels.SOIL_CONDUCTIVITY, bytes.getShort(8) & 0xFFFF, "uS/cm", at));
    }
}
