package de.einsnull.sensors.api;

import java.time.Instant;

/**
 * Which observations of a datastream are wanted.
 *
 * @param from earliest phenomenon time, inclusive
 * @param to latest phenomenon time, exclusive
 * @param ascending whether the oldest comes first
 * @param offset how many are skipped, 0 or more
 * @param limit most observations returned, 1 to {@value Page#MAX}
 * @param count whether the total is wanted; otherwise it is -1, which is faster
 */
public record ObservationQuery(Instant from, Instant to, boolean ascending, int offset, int limit, boolean count) {

    /** Earlier than any observation. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** Later than any observation. */
    public static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if offset or limit are out of range
     */
    public ObservationQuery {
        if (offset < 0 || limit < 1 || limit > Page.MAX) {
            throw new IllegalArgumentException("Not a page: offset " + offset + ", limit " + limit);
        }
    }

    /**
     * The newest observations, newest first.
     *
     * @param limit most observations returned
     * @return the query
     */
    public static ObservationQuery newest(int limit) {
        return new ObservationQuery(EARLIEST, LATEST, false, 0, limit, false);
    }
}
