package de.einsnull.testkit.city;

import de.einsnull.testkit.Eventually;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/** Bounded waiting for a process of its own; the waiting itself is {@link Eventually}. */
public final class Waits {

    private Waits() {}

    /**
     * Returns as soon as the condition holds; an exception of the condition counts as "not yet".
     *
     * @param what completes the sentence "waited N s for ..." of the failure
     */
    public static void until(String what, Duration limit, Callable<Boolean> condition) {
        Eventually.await("Waited " + limit.toSeconds() + " s for " + what, limit, condition::call);
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
