package de.einsnull.search.core.index;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Does something for all who ask for it while it is being done for somebody else, once. What each of them did before
 * asking is covered.
 */
final class Latest {

    /** What is done. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    private final AtomicLong asked = new AtomicLong();
    private long done;

    void run(Action action) throws IOException {
        long mine = asked.incrementAndGet();
        synchronized (this) {
            if (done >= mine) {
                return;
            }
            long all = asked.get();
            action.run();
            done = all;
        }
    }
}
