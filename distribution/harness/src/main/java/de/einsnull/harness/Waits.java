package de.einsnull.harness;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Bounded waiting on a condition. */
public final class Waits {

    private static final long PAUSE_NANOS = 50_000_000;

    private Waits() {}

    /**
     * Returns as soon as the condition holds; an exception of the condition counts as "not yet".
     *
     * @param what completes the sentence "waited N s for ..." of the failure
     */
    public static void until(String what, Duration limit, Callable<Boolean> condition) {
        long end = System.nanoTime() + limit.toNanos();
        Exception last = null;
        do {
            try {
                if (condition.call()) {
                    return;
                }
                last = null;
            } catch (Exception e) {
                last = e;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        } while (System.nanoTime() < end);
        throw new AssertionError("Waited " + limit.toSeconds() + " s for " + what, last);
    }
}
