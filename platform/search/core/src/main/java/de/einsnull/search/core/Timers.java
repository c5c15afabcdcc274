package de.einsnull.search.core;

import de.einsnull.health.api.Metrics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Measures answers while there are metrics. Thread-safe. */
final class Timers {

    private final Map<String, Metrics.Timer> timers = new ConcurrentHashMap<>();
    private volatile Metrics metrics;

    void use(Metrics now) {
        metrics = now;
        timers.clear();
    }

    void forget(Metrics gone) {
        if (gone.equals(metrics)) {
            metrics = null;
            timers.clear();
        }
    }

    <T> T timed(String what, Supplier<T> work) {
        var now = metrics;
        if (now == null) {
            return work.get();
        }
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            timers.computeIfAbsent(what, key -> now.timer("search.answers", "Answers of the search", "question", key))
                    .record(Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
