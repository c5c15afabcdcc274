package de.einsnull.sensors.simulator.device;

import de.einsnull.sensors.simulator.city.Chance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Regular points in time, shifted a little so that not all devices speak at once.
 *
 * @param seconds distance of two points
 * @param shift seconds after the even point, less than the distance
 */
record Rhythm(long seconds, long shift) {

    static Rhythm every(Duration distance, long device) {
        long seconds = distance.toSeconds();
        return new Rhythm(seconds, (long) (Chance.unit(device, 77) * seconds));
    }

    /** Number of the stretch that a point in time lies in. */
    long slot(Instant at) {
        return Math.floorDiv(at.getEpochSecond() - shift, seconds);
    }

    Instant start(long slot) {
        return Instant.ofEpochSecond(slot * seconds + shift);
    }

    /** Points after {@code from}, up to and including {@code to}. */
    List<Instant> between(Instant from, Instant to) {
        var points = new ArrayList<Instant>();
        for (long slot = slot(from); !start(slot).isAfter(to); slot++) {
            if (start(slot).isAfter(from)) {
                points.add(start(slot));
            }
        }
        return points;
    }
}
