package de.einsnull.web.cxf.host;

import de.einsnull.health.api.Metrics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Counts and times requests per module and outcome; does nothing while there are no metrics. */
final class RestMeters {

    private final AtomicReference<Metrics> metrics = new AtomicReference<>();
    private final Map<String, Metrics.Timer> timers = new ConcurrentHashMap<>();

    void set(Metrics service) {
        timers.clear();
        metrics.set(service);
    }

    void unset(Metrics service) {
        if (metrics.compareAndSet(service, null)) {
            timers.clear();
        }
    }

    /** An event stream was cut off because its client did not keep up. */
    void cut(String path) {
        var service = metrics.get();
        if (service != null) {
            service.counter("rest.streams.cut", "Event streams whose client did not keep up", "path", path)
                    .increment();
        }
    }

    void record(String path, int status, Duration duration) {
        var service = metrics.get();
        if (service != null) {
            var outcome = status / 100 + "xx";
            timers.computeIfAbsent(
                            path + ' ' + outcome,
                            key -> service.timer(
                                    "rest.requests", "Requests to REST modules", "path", path, "outcome", outcome))
                    .record(duration);
        }
    }
}
