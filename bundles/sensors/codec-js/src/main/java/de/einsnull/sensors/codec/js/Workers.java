package de.einsnull.sensors.codec.js;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads on which scripts run, so that they can be ended. They exist only while there is work. */
final class Workers implements AutoCloseable {

    private static final int MOST = 64;
    private static final int IDLE_SECONDS = 10;

    /** The engine nests deeply when a script does. */
    private static final long STACK_BYTES = 8L * 1024 * 1024;

    private final ThreadPoolExecutor executor =
            new ThreadPoolExecutor(0, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), Workers::thread);

    private static Thread thread(Runnable work) {
        var thread = new Thread(null, work, "sensors-codec-script", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Runs work and waits for it.
     *
     * @throws ProgramException if it did not return in time, and was interrupted; or threw something
     */
    <T> T call(Callable<T> work, Duration limit) throws ProgramException {
        try {
            var running = executor.submit(work);
            try {
                return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                throw new ProgramException("it did not end within " + limit.toMillis() + " ms", true, e);
            } finally {
                running.cancel(true);
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ProgramException known
                    ? known
                    : new ProgramException("it failed: " + e.getCause(), true, e.getCause());
        } catch (RejectedExecutionException e) {
            throw new ProgramException("too many scripts run at once", false, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramException("the platform interrupted it", false, e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
