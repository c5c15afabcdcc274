package de.einsnull.web.cxf.live;

import de.einsnull.health.api.Metrics;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;

/** Counts what became of open pages while there are metrics. Thread-safe. */
final class LiveMeters {

    private final AtomicReference<Metrics> metrics = new AtomicReference<>();

    void set(Metrics service, IntSupplier open) {
        metrics.set(service);
        service.gauge("live.clients", "Pages that listen to live streams", open::getAsInt);
    }

    void unset(Metrics service) {
        metrics.compareAndSet(service, null);
    }

    /** A page did not keep up and was told to load anew. */
    void fellBehind() {
        count("live.behind", "Times that a page did not keep up and was told to load anew");
    }

    /** A page took nothing any more. */
    void cut() {
        count("live.cut", "Pages that were cut off because they took nothing any more");
    }

    private void count(String name, String help) {
        var now = metrics.get();
        if (now != null) {
            now.counter(name, help).increment();
        }
    }
}
