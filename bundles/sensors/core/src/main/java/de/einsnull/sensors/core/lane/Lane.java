package de.einsnull.sensors.core.lane;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One thread for code that is not ours: what runs on it runs one after the other, and what does not return in time harms
 * nobody else. The thread exists only while there is work.
 */
public final class Lane {

    private static final int MAX_WAITING = 16;

    private final ThreadPoolExecutor executor;
    private volatile Job<?> running;

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
        return enqueue(work).result();
    }

    private <T> Job<T> enqueue(Callable<T> work) {
        var job = new Job<>(work, now -> running = now);
        try {
            executor.execute(job);
        } catch (RejectedExecutionException e) {
            job.refuse(e);
        }
        return job;
    }

    /**
     * Runs work and waits for it: as long as the limit for its turn, and as long again for its result.
     *
     * @throws TimeoutException if it did not return in time; it was interrupted, and work that had not begun never will
     * @throws ExecutionException if it threw something
     */
    public <T> T call(Callable<T> work, Duration limit)
            throws TimeoutException, ExecutionException, InterruptedException {
        var job = enqueue(work);
        if (!job.hasBegun(limit) && job.refuse(new TimeoutException())) {
            throw new TimeoutException("An earlier call has not returned");
        }
        try {
            return job.result().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            job.interrupt();
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Abandoned) {
                throw new TimeoutException(e.getCause().getMessage());
            }
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
        var job = running;
        if (job != null) {
            job.interrupt();
        }
    }

    /** Whether something runs now. */
    public boolean isBusy() {
        return running != null;
    }

    /** Waits until what runs now has returned; false if it does not in time. */
    public boolean isFreeWithin(Duration limit) {
        var job = running;
        try {
            return job == null || job.hasEnded(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes no more work and interrupts what runs. */
    public void shutdown() {
        executor.shutdownNow();
    }

    /**
     * Gives the lane up: who waits for its work is told so at once.
     *
     * @return the thread that is still in partner code, if there is one
     */
    public Optional<Thread> abandon() {
        for (Runnable waiting : executor.shutdownNow()) {
            ((Job<?>) waiting).refuse(new Abandoned());
        }
        var job = running;
        return job == null ? Optional.empty() : job.abandon(new Abandoned());
    }

    /** The lane was given up while work was on it. */
    static final class Abandoned extends Exception {

        private static final long serialVersionUID = 1L;

        Abandoned() {
            super("the call did not return and its lane was abandoned");
        }
    }
}
