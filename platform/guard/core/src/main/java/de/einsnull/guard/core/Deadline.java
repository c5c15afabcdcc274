package de.einsnull.guard.core;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls into the framework that may never come back, each on a thread of its own. */
final class Deadline {

    private static final Logger LOG = LoggerFactory.getLogger(Deadline.class);
    private static final int GRACE_IN_PACES = 5;
    private static final Duration GRACE = Duration.ofSeconds(2);

    private Deadline() {}

    /** Stops a bundle for good; false if it does not stop. */
    static boolean stop(Bundle bundle, Limits limits) {
        try {
            run("guard-stop-" + bundle.getBundleId(), withGrace(limits.stop(), limits), () -> bundle.stop());
            return true;
        } catch (TimeoutException | BundleException | IllegalStateException e) {
            LOG.warn("{} did not stop without complaint", bundle.getSymbolicName(), e);
            return (bundle.getState() & (Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING)) == 0;
        }
    }

    /**
     * Starts a bundle, also after a restart of the platform.
     *
     * @throws BundleException if it does not start, or not in time
     */
    static void start(Bundle bundle, Limits limits) throws BundleException {
        try {
            run("guard-start-" + bundle.getBundleId(), withGrace(limits.start(), limits), () -> {
                // The thread shows whose code it runs, and so do timers and threads that are begun there.
                var wiring = bundle.adapt(BundleWiring.class);
                Thread.currentThread().setContextClassLoader(wiring == null ? null : wiring.getClassLoader());
                bundle.start();
            });
        } catch (TimeoutException e) {
            throw new BundleException(bundle.getSymbolicName() + " did not start within " + limits.start(), e);
        }
    }

    /** So that {@link LifeWatch} is the first to notice. */
    private static Duration withGrace(Duration limit, Limits limits) {
        return limit.plus(limits.pace().multipliedBy(GRACE_IN_PACES));
    }

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
