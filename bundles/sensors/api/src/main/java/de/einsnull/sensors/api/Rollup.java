package de.einsnull.sensors.api;

import java.time.Duration;
import java.time.Instant;

/**
 * Numbers of a datastream in one stretch of time, put together.
 *
 * @param begins begin of the stretch, inclusive
 * @param span how long it is
 * @param count how many numbers were observed in it, at least 1
 * @param min the lowest
 * @param max the highest
 * @param sum all of them, added in the order of phenomenon time
 */
public record Rollup(Instant begins, Span span, long count, double min, double max, double sum) {

    /** Stretches of time that numbers are put together for. */
    public enum Span {
        /** A quarter of an hour. */
        QUARTER(Duration.ofMinutes(15)),
        /** An hour. */
        HOUR(Duration.ofHours(1)),
        /** A day of the city's clock; two a year have 23 and 25 hours. */
        DAY(Duration.ofDays(1));

        private final Duration length;

        Span(Duration length) {
            this.length = length;
        }

        /**
         * Its usual length.
         *
         * @return 15 minutes, an hour, or a day
         */
        public Duration length() {
            return length;
        }

        /**
         * Its usual length in minutes.
         *
         * @return 15, 60 or 1440
         */
        public int minutes() {
            return (int) length.toMinutes();
        }
    }

    /**
     * The mean, each number having the same weight.
     *
     * @return sum / count
     */
    public double mean() {
        return sum / count;
    }
}
