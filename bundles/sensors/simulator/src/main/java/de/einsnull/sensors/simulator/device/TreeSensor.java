package de.einsnull.sensors.simulator.device;

import de.einsnull.sensors.simulator.city.Chance;
import de.einsnull.sensors.simulator.city.Climate;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A Dragino LSE01 at a young tree: speaks every hour (FPort 2).
 *
 * @param devEui its device EUI
 * @param number its number
 */
record TreeSensor(String devEui, int number) implements Script {

    private static final int WEAK = 7;
    private static final Duration PAUSE = Duration.ofHours(1);

    @Override
    public List<Instant> moments(Instant from, Instant to) {
        return Rhythm.every(PAUSE, 7_000 + number).between(from, to);
    }

    @Override
    public Said say(Moment moment) {
        var at = moment.city();
        double moisture = Climate.soilMoisture(number, at);
        var payload = ByteBuffer.allocate(11)
                .putShort((short) millivolts(at))
                .putShort((short) 0)
                .putShort((short) Math.round(moisture * 100))
                .putShort((short) Math.round(Climate.soilTemperature(number, at) * 100))
                .putShort((short) Math.round(120 + 9 * moisture + 60 * Chance.unit(number, 72)))
                .put((byte) 0);
        return TtsUplink.of(devEui, 2, payload.array(), moment);
    }

    /** One battery falls by 14 mV a day and is changed every thirty days, so that somebody has something to care for. */
    private int millivolts(Instant at) {
        return number == WEAK
                ? 3_420 - 14 * Math.floorMod(Math.floorDiv(at.getEpochSecond(), 86_400), 30)
                : 3_350 + (int) (250 * Chance.unit(number, 71));
    }
}
