package de.einsnull.testkit;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Waits for what other threads are about to do: no longer than needed, and never for ever. */
public final class Eventually {

    /** Longest wait. Generous, because only a test that fails anyway waits so long. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(5).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(40).toNanos();

    private Eventually() {}

    /** Something that is to become true. */
    @FunctionalInterface
    public interface Condition {

        /**
         * Looks once, on the thread of the test.
         *
         * @return whether it is so
         * @throws Exception if it cannot be told yet, for example because nobody listens on a port
         */
        boolean holds() throws Exception;
    }

    /**
     * Waits until a condition holds. One that throws an exception does not hold yet.
     *
     * @param what what is waited for, for the message: {@code "the bay is free"}
     * @param condition asked again and again
     * @throws AssertionError if it does not hold within {@link #PATIENCE}, with the last exception as its cause
     */
    public static void eventually(String what, Condition condition) {
        await("Waited in vain until " + what, PATIENCE, condition);
    }

    /**
     * Waits until a condition holds, with a limit of one's own. One that throws an exception does not hold yet.
     *
     * @param failure message if it does not hold in time
     * @param limit longest wait
     * @param condition asked again and again, at first often
     * @throws AssertionError if it does not hold within the limit, with the last exception as its cause
     */
    public static void await(String failure, Duration limit, Condition condition) {
        long end = System.nanoTime() + limit.toNanos();
        long pause = FIRST_PAUSE_NANOS;
        Exception last = null;
        do {
            try {
                if (condition.holds()) {
                    return;
                }
                last = null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted. " + failure, e);
            } catch (Exception e) {
                last = e;
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        } while (System.nanoTime() < end && !Thread.currentThread().isInterrupted());
        throw new AssertionError(failure, last);
    }

    /**
     * Waits for a result.
     *
     * @param <T> type of the result
     * @param stage what is under way
     * @return its result
     * @throws ExecutionException if it failed; the cause says why
     * @throws TimeoutException if it takes longer than {@link #PATIENCE}
     * @throws InterruptedException if the test is ended
     */
    public static <T> T done(CompletionStage<T> stage)
            throws ExecutionException, TimeoutException, InterruptedException {
        return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
