package de.einsnull.sensors.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition, for a bounded time. */
public final class Eventually {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration BETWEEN = Duration.ofMillis(5);

    private Eventually() {}

    public static void eventually(String what, Callable<Boolean> condition) throws Exception {
        var end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.call() && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        assertThat(condition.call()).as(what).isTrue();
    }
}
