package de.einsnull.sensors.simulator.device;

import de.einsnull.sensors.simulator.city.Chance;
import de.einsnull.sensors.simulator.city.CityDay;
import de.einsnull.sensors.simulator.city.CityDay.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A car park that counts at its barriers and speaks every five minutes.
 *
 * @param id its id on the topic
 * @param number its number
 * @param place where it is
 * @param capacity how many bays it has
 */
record CarPark(String id, int number, Place place, int capacity) implements Script {

    private static final Duration PAUSE = Duration.ofMinutes(5);

    @Override
    public List<Instant> moments(Instant from, Instant to) {
        return Rhythm.every(PAUSE, 4_000 + number).between(from, to);
    }

    long free(Instant at) {
        double restless = 0.04 * Chance.wave(4_100 + number, at.getEpochSecond(), 1_500);
        double used = Math.max(0.02, Math.min(1, CityDay.parking(place, at) * 1.02 + restless));
        return Math.round(capacity * (1 - used));
    }

    @Override
    public Said say(Moment moment) {
        return new JsonMessage().with("free", free(moment.city()), 0).said(id, moment);
    }
}
