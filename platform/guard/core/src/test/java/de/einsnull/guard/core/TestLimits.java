package de.einsnull.guard.core;

import de.einsnull.guard.api.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Limits that a test can wait for. */
final class TestLimits {

    private TestLimits() {}

    static Limits quick() {
        return quick(Map.of(Kind.THREW, 3, Kind.HUNG_AT_START, 1, Kind.LEAKED_THREADS, 1));
    }

    static Limits quick(Map<Kind, Integer> strikes) {
        return new Limits(
                Duration.ofMinutes(10),
                strikes,
                Duration.ofMillis(300),
                Duration.ofMillis(300),
                Duration.ofMillis(400),
                true,
                Duration.ofMillis(50),
                List.of("file:"));
    }
}
