package de.einsnull.sensors.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Stretches of the past that are still to be played, newest first: what people look at comes first. */
final class History {

    private final Instant begin;
    private Instant end;

    /**
     * Everything between two points in time.
     *
     * @param begin earliest, exclusive
     * @param end latest, inclusive
     */
    History(Instant begin, Instant end) {
        this.begin = begin;
        this.end = end;
    }

    /**
     * A stretch of time.
     *
     * @param from exclusive
     * @param to inclusive
     */
    record Stretch(Instant from, Instant to) {}

    boolean isDone() {
        return !end.isAfter(begin);
    }

    /** The next stretch, at most an hour; stays the next until {@link #played()}. */
    Stretch next() {
        var hour = end.minus(Duration.ofNanos(1)).truncatedTo(ChronoUnit.HOURS);
        return new Stretch(hour.isBefore(begin) ? begin : hour, end);
    }

    void played() {
        end = next().from();
    }
}
