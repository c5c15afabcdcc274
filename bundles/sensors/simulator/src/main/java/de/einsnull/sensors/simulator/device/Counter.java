package de.einsnull.sensors.simulator.device;

import de.einsnull.sensors.simulator.city.Chance;
import de.einsnull.sensors.simulator.city.CityDay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Counts what passes in fifteen minutes. People are counted in steps of five, so that no number tells of a single one.
 *
 * @param id its id on the topic
 * @param number its number
 * @param people whether it counts people rather than vehicles
 * @param busiest most that pass in fifteen minutes
 */
record Counter(String id, int number, boolean people, int busiest) implements Script {

    /** What a report covers. */
    static final Duration PAUSE = Duration.ofMinutes(15);

    private static final int STEP = 5;

    @Override
    public List<Instant> moments(Instant from, Instant to) {
        return Rhythm.every(PAUSE, 8_000 + number).between(from, to);
    }

    long count(Instant at) {
        double share = people ? CityDay.walkers(at) : CityDay.traffic(at);
        double restless = 1 + 0.22 * (2 * Chance.unit(8_100 + number, at.getEpochSecond()) - 1);
        long exact = Math.max(0, Math.round(busiest * share * restless));
        return people ? exact / STEP * STEP : exact;
    }

    /** Dense traffic is slower, km/h. */
    double speed(Instant at) {
        return 47 - 11 * CityDay.traffic(at) + 3 * Chance.wave(8_200 + number, at.getEpochSecond(), 2_700);
    }

    @Override
    public Said say(Moment moment) {
        var at = moment.city();
        var message = new JsonMessage().with(people ? "people" : "vehicles", count(at), 0);
        return (people ? message : message.with("speed", speed(at), 0)).said(id, moment);
    }
}
