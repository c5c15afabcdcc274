package de.einsnull.sensors.simulator.device;

import de.einsnull.sensors.simulator.city.Chance;
import de.einsnull.sensors.simulator.city.CityDay;
import de.einsnull.sensors.simulator.city.CityDay.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Nwave NPS405 under a parking bay: speaks when a vehicle comes or goes (FPort 1), and every six hours anyway, with
 * battery and temperature (FPort 2).
 *
 * @param devEui its device EUI
 * @param number its number
 * @param place where it lies
 */
record ParkingBay(String devEui, int number, Place place) implements Script {

    private static final Duration HEARTBEAT = Duration.ofHours(6);
    private static final byte PARKED_FOR_SOME_MINUTES = (byte) 0x94;

    /** How long vehicles stay here: 25 to 75 minutes. */
    private Rhythm stays() {
        return Rhythm.every(Duration.ofMinutes(25 + (long) (50 * Chance.unit(number, 11))), 1_000 + number);
    }

    private Rhythm heartbeats() {
        return Rhythm.every(HEARTBEAT, 2_000 + number);
    }

    boolean occupied(Instant at) {
        var stays = stays();
        long slot = stays.slot(at);
        return Chance.unit(3_000 + number, slot) < CityDay.parking(place, stays.start(slot));
    }

    @Override
    public List<Instant> moments(Instant from, Instant to) {
        var changes = stays().between(from, to).stream()
                .filter(change -> occupied(change) != occupied(change.minusSeconds(1)));
        return Stream.concat(changes, heartbeats().between(from, to).stream())
                .sorted()
                .distinct()
                .toList();
    }

    @Override
    public Said say(Moment moment) {
        int bit = occupied(moment.city()) ? 1 : 0;
        boolean heartbeat = heartbeats().start(heartbeats().slot(moment.city())).equals(moment.city());
        return heartbeat
                ? TtsUplink.of(devEui, 2, heartbeat(bit), moment)
                : TtsUplink.of(devEui, 1, new byte[] {(byte) (PARKED_FOR_SOME_MINUTES | bit)}, moment);
    }

    /** Battery in steps of 4 mV above 2.5 V, temperature in steps of 0.5 °C around 10 °C. */
    private byte[] heartbeat(int bit) {
        int battery = 0xC0 + number % 24;
        return new byte[] {(byte) bit, (byte) battery, 0, 0, 0x59, 0x0B};
    }
}
