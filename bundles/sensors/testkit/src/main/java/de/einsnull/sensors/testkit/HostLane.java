package de.einsnull.sensors.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls a driver as the host does: on a thread that is interrupted when it takes too long. */
final class HostLane {

    /** A driver should have answered, or given up, by then. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** And by then, after it was interrupted. */
    static final Duration GRACE = Duration.ofSeconds(2);

    /** A call. */
    @FunctionalInterface
    interface Call {
        void run() throws Exception;
    }

    private HostLane() {}

    /**
     * Calls.
     *
     * @return what it threw, null if it returned
     */
    static Throwable thrownBy(Call call) {
        return thrownBy(call, PATIENCE);
    }

    static Throwable thrownBy(Call call, Duration patience) {
        var result = new CompletableFuture<Throwable>();
        var thread = new Thread(() -> result.complete(outcome(call)), "driver-under-test");
        thread.setDaemon(true);
        thread.start();
        try {
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return afterInterrupt(result);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The test was ended", e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static Throwable afterInterrupt(CompletableFuture<Throwable> result) {
        try {
            return result.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "The call neither ended within " + PATIENCE.toSeconds()
                            + " s nor when it was interrupted. Give every"
                            + " connection and every answer a time limit",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The test was ended", e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static Throwable outcome(Call call) {
        Callable<Throwable> work = () -> {
            call.run();
            return null;
        };
        try {
            return work.call();
        } catch (Throwable e) {
            // Whatever it is: the check judges it.
            return e;
        }
    }
}
