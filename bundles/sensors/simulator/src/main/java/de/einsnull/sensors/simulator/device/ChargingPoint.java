package de.einsnull.sensors.simulator.device;

import de.einsnull.sensors.api.ChargingStatus;
import de.einsnull.sensors.simulator.city.Chance;
import de.einsnull.sensors.simulator.city.CityDay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A charging point that speaks every fifteen minutes. Cars come for two to four hours, most of them at night, and some stay
 * when they are full.
 *
 * @param id its id on the topic
 * @param number its number
 * @param power most power it gives, kW
 * @param broken whether it is out of order
 */
record ChargingPoint(String id, int number, double power, boolean broken) implements Script {

    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final double FULL_AFTER = 0.8;

    @Override
    public List<Instant> moments(Instant from, Instant to) {
        return Rhythm.every(PAUSE, 5_000 + number).between(from, to);
    }

    private Rhythm visits() {
        return Rhythm.every(Duration.ofMinutes(120 + (long) (120 * Chance.unit(number, 51))), 5_100 + number);
    }

    String status(Instant at) {
        if (broken) {
            return ChargingStatus.OUT_OF_ORDER;
        }
        var visits = visits();
        long visit = visits.slot(at);
        if (Chance.unit(5_200 + number, visit) >= CityDay.charging(visits.start(visit))) {
            return ChargingStatus.AVAILABLE;
        }
        return share(at) < FULL_AFTER ? ChargingStatus.CHARGING : ChargingStatus.BLOCKED;
    }

    /** How much of the visit has passed, 0 to 1. */
    private double share(Instant at) {
        var visits = visits();
        return (double) Duration.between(visits.start(visits.slot(at)), at).toSeconds() / visits.seconds();
    }

    double power(Instant at) {
        if (!status(at).equals(ChargingStatus.CHARGING)) {
            return 0;
        }
        double car = 0.45 + 0.5 * Chance.unit(5_300 + number, visits().slot(at));
        return power * car * (1 - 0.5 * Math.max(0, share(at) - 0.5));
    }

    @Override
    public Said say(Moment moment) {
        return new JsonMessage()
                .with("status", status(moment.city()))
                .with("power", power(moment.city()), 1)
                .said(id, moment);
    }
}
