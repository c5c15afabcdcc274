package de.einsnull.sensors.core.trial;

import de.einsnull.sensors.api.ConnectionTest.Result;
import de.einsnull.sensors.api.DriverCause;
import java.time.Duration;

/** The time of one test, and its result with it. */
final class Stopwatch {

    private final long begun = System.nanoTime();
    private final Duration most;

    Stopwatch(Duration most) {
        this.most = most;
    }

    private Duration taken() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** What is left, at least a little. */
    Duration left() {
        var left = most.minus(taken());
        return left.compareTo(quarter()) < 0 ? quarter() : left;
    }

    Duration quarter() {
        return most.dividedBy(4);
    }

    Result worked(int readings) {
        return new Result(true, DriverCause.NONE, "", readings, taken());
    }

    Result failed(DriverCause cause, String detail) {
        return new Result(false, cause, detail, 0, taken());
    }
}
