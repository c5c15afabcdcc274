package de.einsnull.web.cxf.host;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps one module from taking all of the server's threads: so many inside, as many waiting a moment, no more. */
final class Bulkhead {

    private final int limit;
    private final Duration patience;
    private final Semaphore inside;
    private final AtomicInteger waiting = new AtomicInteger();

    Bulkhead(int limit, Duration patience) {
        this.limit = limit;
        this.patience = patience;
        this.inside = new Semaphore(limit);
    }

    /** Enters; whoever gets true must leave. */
    boolean enter() {
        if (inside.tryAcquire()) {
            return true;
        }
        try {
            return waiting.incrementAndGet() <= limit && inside.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopWaiting) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }

    void leave() {
        inside.release();
    }

    int waiting() {
        return waiting.get();
    }

    int count() {
        return limit - inside.availablePermits();
    }
}
