package de.einsnull.sensors.simulator.city;

import java.time.Duration;
import java.time.Instant;

/**
 * Clock of the demo city. At speed 1 it is the real clock; otherwise the city's day goes faster or slower from the moment
 * the demo began, while messages keep the real time as their stamp.
 *
 * @param began when the demo began (UTC)
 * @param speed seconds of the city in a real second
 */
public record CityClock(Instant began, double speed) {

    /**
     * Time of the city.
     *
     * @param real real time
     * @return what the city's clock shows then
     */
    public Instant city(Instant real) {
        return real.isBefore(began) || speed == 1 ? real : began.plus(scaled(Duration.between(began, real), speed));
    }

    /**
     * Real time.
     *
     * @param city time of the city
     * @return when the city's clock shows it
     */
    public Instant real(Instant city) {
        return city.isBefore(began) || speed == 1 ? city : began.plus(scaled(Duration.between(began, city), 1 / speed));
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }
}
