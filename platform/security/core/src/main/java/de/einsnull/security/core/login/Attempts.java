package de.einsnull.security.core.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts failures per key as a bucket that leaks: so many at once, then one more for each period that passes. Thread-safe;
 * keeps the keys used last.
 */
final class Attempts {

    private final Clock clock;
    private final Duration period;
    private final Map<String, Bucket> buckets;
    private int allowed;

    /** Failures as of a time; they become fewer from then on. */
    private record Bucket(double failures, Instant at) {}

    Attempts(Clock clock, int allowed, Duration period, int maxKeys) {
        this.clock = clock;
        this.allowed = Math.max(1, allowed);
        this.period = period;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > maxKeys;
            }
        };
    }

    /** Changes how many failures are allowed; what has been counted stays. */
    synchronized void allow(int failures) {
        allowed = Math.max(1, failures);
    }

    /** How long the key has to wait, zero if it may try now. */
    synchronized Duration pause(String key) {
        var over = failures(key) - allowed + 1;
        return over <= 0 ? Duration.ZERO : Duration.ofMillis((long) Math.ceil(over * period.toMillis()));
    }

    synchronized void failed(String key) {
        buckets.put(key, new Bucket(Math.min(allowed, failures(key) + 1), clock.instant()));
    }

    synchronized void succeeded(String key) {
        buckets.remove(key);
    }

    private double failures(String key) {
        var bucket = buckets.get(key);
        if (bucket == null) {
            return 0;
        }
        var passed = (double) Duration.between(bucket.at(), clock.instant()).toMillis() / period.toMillis();
        return Math.max(0, bucket.failures() - passed);
    }
}
