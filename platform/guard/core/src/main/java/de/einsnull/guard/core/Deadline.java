package de.einsnull.guard.core;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.BundleException;

/** Calls into the framework that may never come back, each on a thread of its own. */
final class Deadline {

    private static final Duration GRACE = Duration.ofSeconds(2);

    private Deadline() {}

    /** Something the framework does. */
    @FunctionalInterface
    interface Step {
        void run() throws BundleException;
    }

    /**
     * Does it and waits. When the time is over the thread is interrupted; when it does not end then either, it is left
     * alone.
     *
     * @throws TimeoutException if it did not end in time, even if the interrupt ended it
     * @throws BundleException what the framework threw
     */
    static void run(String name, Duration limit, Step step) throws BundleException, TimeoutException {
        var result = new CompletableFuture<Void>();
        var thread = new Thread(() -> complete(result, step), name);
        thread.setDaemon(true);
        thread.start();
        try {
            get(result, limit);
        } catch (TimeoutException e) {
            thread.interrupt();
            join(thread);
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BundleException("The guard is being stopped", e);
        }
    }

    private static void complete(CompletableFuture<Void> result, Step step) {
        try {
            step.run();
            result.complete(null);
        } catch (Throwable e) { // whatever a module throws
            result.completeExceptionally(e);
        }
    }

    private static void get(CompletableFuture<Void> result, Duration limit)
            throws BundleException, TimeoutException, InterruptedException {
        try {
            result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            var cause = e.getCause();
            throw cause instanceof BundleException known ? known : new BundleException(String.valueOf(cause), cause);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(GRACE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
