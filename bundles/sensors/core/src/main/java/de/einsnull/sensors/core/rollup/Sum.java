package de.einsnull.sensors.core.rollup;

import de.einsnull.sensors.api.Rollup;
import de.einsnull.sensors.api.Rollup.Span;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeMap;

/** Numbers put together, in the order in which they were given. */
final class Sum {

    private long count;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double total;

    private void add(long amount, double low, double high, double sum) {
        count += amount;
        min = Math.min(min, low);
        max = Math.max(max, high);
        total += sum;
    }

    /** Sorts numbers into stretches of time. */
    static final class Builder {

        private final Span span;
        private final TreeMap<Instant, Sum> sums = new TreeMap<>();

        Builder(Span span) {
            this.span = span;
        }

        /** A number of a time. */
        void add(Instant at, double value) {
            of(at).add(1, value, value, value);
        }

        /** Numbers of a shorter stretch. */
        void add(Rollup shorter) {
            of(shorter.begins()).add(shorter.count(), shorter.min(), shorter.max(), shorter.sum());
        }

        private Sum of(Instant at) {
            return sums.computeIfAbsent(Stretches.begin(span, at), b -> new Sum());
        }

        /** The stretches that have a number, by time. */
        Collection<Rollup> rollups() {
            return sums.entrySet().stream()
                    .map(e -> new Rollup(
                            e.getKey(),
                            span,
                            e.getValue().count,
                            e.getValue().min,
                            e.getValue().max,
                            e.getValue().total))
                    .toList();
        }
    }
}
