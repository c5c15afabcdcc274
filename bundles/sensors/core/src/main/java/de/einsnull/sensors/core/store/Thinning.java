package de.einsnull.sensors.core.store;

import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes a long series short: equal parts of time, the mean of the numbers of each part, the last of other values. */
final class Thinning {

    private final Instant first;
    private final double partNanos;
    private final List<Observation> points = new ArrayList<>();
    private long part;
    private Observation last;
    private double sum;
    private int numbers;

    Thinning(Instant first, Duration length, int maxPoints) {
        this.first = first;
        this.partNanos = Math.max(1, (double) length.toNanos() / maxPoints);
    }

    /** Takes the next observation, in order of time. */
    void add(Observation observation) {
        long its = (long) (Duration.between(first, observation.phenomenonTime()).toNanos() / partNanos);
        if (last != null && its != part) {
            finish();
        }
        part = its;
        last = observation;
        if (observation.value() instanceof Value.Quantity q) {
            sum += q.number();
            numbers++;
        }
    }

    List<Observation> points() {
        if (last != null) {
            finish();
        }
        return points;
    }

    private void finish() {
        var value = numbers == 0 ? last.value() : Value.of(sum / numbers);
        points.add(
                new Observation(last.datastream(), last.phenomenonTime(), last.resultTime(), last.sequence(), value));
        last = null;
        sum = 0;
        numbers = 0;
    }
}
