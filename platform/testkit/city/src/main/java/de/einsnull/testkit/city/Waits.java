package de.einsnull.testkit.city;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
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

    /**
     * Waits until a value is what it should be; the failure names the value it had last.
     *
     * @param what the value
     */
    public static <T> void untilEqual(String what, Duration limit, T expected, Callable<T> actual) {
        AtomicReference<T> last = new AtomicReference<>();
        try {
            until(what + " to be " + expected, limit, () -> {
                last.set(actual.call());
                return expected.equals(last.get());
            });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ", but it was " + last.get(), e);
        }
    }
}
