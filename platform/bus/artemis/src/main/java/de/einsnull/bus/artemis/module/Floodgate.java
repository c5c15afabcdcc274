package de.einsnull.bus.artemis.module;

import de.einsnull.guard.api.Kind;
import de.einsnull.guard.api.ModuleGuard;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets the messages of one bundle through as long as they are not too many: a bucket that fills at the rate and holds ten
 * seconds of it. Bundles of the platform pass unhindered, and all do while there is no guard to tell who they are.
 * Thread-safe.
 */
final class Floodgate {

    private static final int BURST_IN_S = 10;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long bundleId;
    private final Supplier<ModuleGuard> guard;
    private final IntSupplier rate;
    private final LongSupplier nanos;
    private volatile Boolean free;
    private double tokens;
    private long filledAt;
    private long toldAt;

    Floodgate(long bundleId, Supplier<ModuleGuard> guard, IntSupplier rate, LongSupplier nanos) {
        this.bundleId = bundleId;
        this.guard = guard;
        this.rate = rate;
        this.nanos = nanos;
        this.tokens = (double) rate.getAsInt() * BURST_IN_S;
        this.filledAt = nanos.getAsLong();
        this.toldAt = filledAt - SECOND;
    }

    /** Whether a message may pass; the guard hears of one that may not, once a second. */
    boolean admits(String topic) {
        return isFree() || take(topic);
    }

    private boolean isFree() {
        var known = free;
        if (known == null) {
            var now = guard.get();
            if (now == null) {
                return true;
            }
            known = now.isPlatform(bundleId);
            free = known;
        }
        return known;
    }

    private boolean take(String topic) {
        boolean tell;
        synchronized (this) {
            long now = nanos.getAsLong();
            double most = (double) rate.getAsInt() * BURST_IN_S;
            tokens = Math.min(most, tokens + (now - filledAt) * (double) rate.getAsInt() / SECOND);
            filledAt = now;
            if (tokens >= 1) {
                tokens--;
                return true;
            }
            tell = now - toldAt >= SECOND;
            if (tell) {
                toldAt = now;
            }
        }
        var judge = guard.get();
        if (tell && judge != null) {
            judge.strike(bundleId, Kind.FLOODED, "topic " + topic, null);
        }
        return false;
    }
}
