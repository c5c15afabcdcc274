package de.einsnull.sensors.parking;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Mean occupancy of each hour, weighted by time: a value holds until the next one, but not for ever. */
final class Hours {

    /** The city's time zone. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final double LEAST_KNOWN = 0.5;
    private static final double SECONDS = 3_600;

    private final Instant from;
    private final double[] used;
    private final double[] known;

    /**
     * A value of one series.
     *
     * @param at when (UTC)
     * @param share 0 for empty to 1 for full
     */
    record Sample(Instant at, double share) {}

    /** Hours without any value; both times are whole hours. */
    Hours(Instant from, Instant to) {
        int count = (int) Duration.between(from, to).toHours();
        this.from = from;
        this.used = new double[count];
        this.known = new double[count];
    }

    /**
     * Adds a series.
     *
     * @param samples oldest first
     * @param holds how long a value counts without another one
     */
    void add(List<Sample> samples, Duration holds) {
        for (int i = 0; i < samples.size(); i++) {
            var begin = samples.get(i).at();
            var end = begin.plus(holds);
            if (i + 1 < samples.size() && samples.get(i + 1).at().isBefore(end)) {
                end = samples.get(i + 1).at();
            }
            add(begin, end, samples.get(i).share());
        }
    }

    private void add(Instant begin, Instant end, double share) {
        long first = Math.max(0, Math.floorDiv(Duration.between(from, begin).toSeconds(), (long) SECONDS));
        for (int hour = (int) first; hour < used.length; hour++) {
            var start = at(hour);
            var stop = start.plusSeconds((long) SECONDS);
            if (!start.isBefore(end)) {
                return;
            }
            double seconds = Math.max(
                    0, Duration.between(max(start, begin), min(stop, end)).toSeconds());
            used[hour] += seconds * share;
            known[hour] += seconds;
        }
    }

    int count() {
        return used.length;
    }

    Instant at(int hour) {
        return from.plusSeconds(hour * (long) SECONDS);
    }

    ZonedDateTime local(int hour) {
        return at(hour).atZone(ZONE);
    }

    /**
     * Occupancy of an hour.
     *
     * @param hour number of the hour
     * @param series how many series there are
     * @return 0 to 1; NaN if less than half of the hour is known
     */
    double share(int hour, int series) {
        return known[hour] < LEAST_KNOWN * SECONDS * series ? Double.NaN : used[hour] / known[hour];
    }

    static Instant wholeHour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
