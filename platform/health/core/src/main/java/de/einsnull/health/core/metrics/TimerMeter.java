package de.einsnull.health.core.metrics;

import de.einsnull.health.api.Metrics;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** A histogram of durations; its bounds fit from a cache hit to a request at its time limit. */
final class TimerMeter implements Meter, Metrics.Timer {

    private static final double[] BOUNDS_IN_SECONDS = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
    };
    private static final double NANOS = 1e9;

    private final LongAdder[] buckets =
            Stream.generate(LongAdder::new).limit(BOUNDS_IN_SECONDS.length + 1L).toArray(LongAdder[]::new);
    private final LongAdder nanos = new LongAdder();

    @Override
    public void record(Duration duration) {
        var time = Math.max(0, duration.toNanos());
        var place = Arrays.binarySearch(BOUNDS_IN_SECONDS, time / NANOS);
        buckets[place >= 0 ? place : -place - 1].increment();
        nanos.add(time);
    }

    @Override
    public String kind() {
        return "histogram";
    }

    @Override
    public void write(PrometheusText out, String family, Labels labels) throws IOException {
        var count = 0L;
        for (var i = 0; i < buckets.length; i++) {
            count += buckets[i].sum();
            var bound = i < BOUNDS_IN_SECONDS.length ? BOUNDS_IN_SECONDS[i] : Double.POSITIVE_INFINITY;
            out.sample(family + "_bucket", labels.with("le", PrometheusText.number(bound)), count);
        }
        out.sample(family + "_sum", labels, nanos.sum() / NANOS);
        out.sample(family + "_count", labels, count);
    }
}
