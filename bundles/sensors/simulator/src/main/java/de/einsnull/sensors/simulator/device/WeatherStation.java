package de.einsnull.sensors.simulator.device;

import de.einsnull.sensors.simulator.city.Climate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A weather station that speaks every five minutes.
 *
 * @param id its id on the topic
 * @param number its number
 */
record WeatherStation(String id, int number) implements Script {

    private static final Duration PAUSE = Duration.ofMinutes(5);

    @Override
    public List<Instant> moments(Instant from, Instant to) {
        return Rhythm.every(PAUSE, 6_000 + number).between(from, to);
    }

    @Override
    public Said say(Moment moment) {
        var at = moment.city();
        return new JsonMessage()
                .with("temperature", Climate.temperature(number, at), 1)
                .with("humidity", Climate.humidity(number, at), 0)
                .with("wind", Climate.wind(number, at), 1)
                .with("rain", 0, 1)
                .with("pressure", Climate.pressure(number, at), 1)
                .said(id, moment);
    }
}
