package de.einsnull.sensors.sensorthings.model;

import java.time.Instant;
import java.util.Optional;

/**
 * An instant, or an interval that holds its start but not its end, in UTC.
 *
 * @param start the instant, or the start
 * @param end the end of an interval, not before its start; empty for an instant
 */
public record TimeValue(Instant start, Optional<Instant> end) {

    /** Refuses an interval that ends before it starts. */
    public TimeValue {
        if (end.isPresent() && end.get().isBefore(start)) {
            throw new IllegalArgumentException("ends before it starts");
        }
    }

    /**
     * An instant.
     *
     * @param at when
     * @return the value
     */
    public static TimeValue at(Instant at) {
        return new TimeValue(at, Optional.empty());
    }

    /**
     * An interval.
     *
     * @param start its start, part of it
     * @param end its end, not part of it
     * @return the value
     */
    public static TimeValue between(Instant start, Instant end) {
        return new TimeValue(start, Optional.of(end));
    }

    /**
     * Whether it is an interval.
     *
     * @return false for an instant
     */
    public boolean interval() {
        return end.isPresent();
    }

    /**
     * Where it ends.
     *
     * @return the end of an interval, the instant itself
     */
    public Instant last() {
        return end.orElse(start);
    }

    /** ISO 8601 in UTC, the two ends of an interval with a slash between them. */
    @Override
    public String toString() {
        return end.map(e -> start + "/" + e).orElseGet(start::toString);
    }
}
