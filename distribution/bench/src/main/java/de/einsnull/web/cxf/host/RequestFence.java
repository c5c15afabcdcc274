package de.einsnull.web.cxf.host;

import de.einsnull.web.cxf.http.TimeLimits;
import java.time.Duration;
import java.util.concurrent.Callable;

/** The way from the server to a module's REST resource, without HTTP and JAX-RS: what is measured lies inside its package. */
public final class RequestFence implements AutoCloseable {

    private static final int PLACES = 16;
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Bulkhead bulkhead = new Bulkhead(PLACES, PATIENCE);
    private final TimeLimits limits = new TimeLimits();

    /** Calls the resource as the REST host does: one of so many places, and a time limit. */
    public <T> T call(Callable<T> resource) throws Exception {
        if (!bulkhead.enter()) {
            throw new IllegalStateException("All places are taken");
        }
        try (var watch = limits.watch(LIMIT, () -> {})) {
            return watch.isExpired() ? null : resource.call();
        } finally {
            bulkhead.leave();
        }
    }

    @Override
    public void close() {
        limits.close();
    }
}
