package de.einsnull.sensors.core.host;

import de.einsnull.sensors.api.driver.Polled;

/**
 * The circuit breaker of a polled driver. Closed it lets polls through and forgives single failures; after
 * {@value Polled#FAILURES} in a row it opens. Half-open it lets one poll through, and that decides. Used by one thread after
 * the other.
 */
final class Breaker {

    private final boolean halfOpen;
    private int failures;
    private boolean closed;

    /** A breaker that is closed, or half-open because the driver failed before it was opened again. */
    Breaker(boolean halfOpen) {
        this.halfOpen = halfOpen;
        this.closed = !halfOpen;
    }

    void worked() {
        failures = 0;
        closed = true;
    }

    void failed() {
        failures++;
    }

    /** Failures since the last poll that went well. */
    int failures() {
        return failures;
    }

    /** Whether the driver is to be left alone for a while. */
    boolean isOpen() {
        return failures >= Polled.FAILURES || (halfOpen && !closed && failures > 0);
    }
}
