package de.einsnull.sensors.simulator.device;

import java.time.Instant;
import java.util.List;

/** When a device speaks, and what it says. Plays the same at every performance. */
public interface Script {

    /**
     * When the device speaks.
     *
     * @param from earliest time of the city, exclusive
     * @param to latest time of the city, inclusive
     * @return points in time of the city, ascending
     */
    List<Instant> moments(Instant from, Instant to);

    /**
     * What it says.
     *
     * @param moment one of {@link #moments}, with its stamp
     * @return the message
     */
    Said say(Moment moment);
}
