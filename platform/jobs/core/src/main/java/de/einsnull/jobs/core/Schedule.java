package de.einsnull.jobs.core;

import java.time.Duration;
import java.time.Instant;

/** When a job runs. */
interface Schedule {

    /** Bound for counting missed runs: a job that rested for years has missed "many". */
    int MANY = 1_000;

    /** The first time after an instant. */
    Instant next(Instant after);

    /** How many times there were after one instant, up to and with another; {@value #MANY} at most. */
    default long count(Instant after, Instant until) {
        long count = 0;
        for (var at = next(after); !at.isAfter(until) && count < MANY; at = next(at)) {
            count++;
        }
        return count;
    }

    /** The last time up to and with an instant; the instant itself if there were many since the other. */
    default Instant last(Instant after, Instant until) {
        var last = after;
        int count = 0;
        for (var at = next(after); !at.isAfter(until); at = next(at)) {
            last = at;
            if (++count >= MANY) {
                return until;
            }
        }
        return last;
    }

    /** Every so often, counted from 1970, so that all nodes mean the same times. */
    record Interval(Duration length) implements Schedule {

        @Override
        public Instant next(Instant after) {
            long millis = length.toMillis();
            return Instant.ofEpochMilli((Math.floorDiv(after.toEpochMilli(), millis) + 1) * millis);
        }

        @Override
        public long count(Instant after, Instant until) {
            long millis = length.toMillis();
            long times = Math.floorDiv(until.toEpochMilli(), millis) - Math.floorDiv(after.toEpochMilli(), millis);
            return Math.max(0, Math.min(MANY, times));
        }

        @Override
        public Instant last(Instant after, Instant until) {
            long millis = length.toMillis();
            var last = Instant.ofEpochMilli(Math.floorDiv(until.toEpochMilli(), millis) * millis);
            return last.isAfter(after) ? last : after;
        }
    }
}
