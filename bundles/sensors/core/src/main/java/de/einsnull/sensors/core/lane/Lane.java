package de.einsnull.sensors.core.lane;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One thread for code that is not ours: what runs on it runs one after the other, and what does not return in time harms
 * nobody else. The thread exists only while there is work.
 */
public final class Lane {

    private static final int MAX_WAITING = 16;

    private final AtomicReference<Thread> busy = new AtomicReference<>();
    private final ThreadPoolExecutor executor;

    public Lane(String name) {
        executor = new ThreadPoolExecutor(
                1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MAX_WAITING), work -> daemon(work, name));
        executor.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Puts work on the lane.
     *
     * @return completes with its result
     */
    public <T> CompletableFuture<T> submit(Callable<T> work) {
        var result = new CompletableFuture<T>();
        try {
            executor.execute(() -> run(work, result));
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(e);
        }
        return result;
    }

    private <T> void run(Callable<T> work, CompletableFuture<T> result) {
        if (result.isDone()) {
            return;
        }
        busy.set(Thread.currentThread());
        try {
            result.complete(work.call());
        } catch (Throwable e) {
            // Nothing of what partner code throws may end the lane; the caller gets it.
            result.completeExceptionally(e);
        } finally {
            busy.set(null);
        }
    }

    /**
     * Runs work and waits for it.
     *
     * @throws TimeoutException if it did not return in time; it was interrupted, and work that had not begun never will
     * @throws ExecutionException if it threw something
     */
    public <T> T call(Callable<T> work, Duration limit)
            throws TimeoutException, ExecutionException, InterruptedException {
        var result = submit(work);
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            result.cancel(false);
            interrupt();
            throw e;
        }
    }

    /** Work without a result. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        void run() throws Exception;
    }

    /** Like {@link #call}, for work without a result. */
    public void run(Work work, Duration limit) throws TimeoutException, ExecutionException, InterruptedException {
        call(
                () -> {
                    work.run();
                    return true;
                },
                limit);
    }

    /** Interrupts what runs now, if anything does. */
    public void interrupt() {
        var thread = busy.get();
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Whether something runs now. */
    public boolean isBusy() {
        return busy.get() != null;
    }

    /** Takes no more work and interrupts what runs. */
    public void shutdown() {
        executor.shutdownNow();
    }
}
