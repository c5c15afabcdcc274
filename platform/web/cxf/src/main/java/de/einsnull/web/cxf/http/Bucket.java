package de.einsnull.web.cxf.http;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** So many a second and a burst of ten seconds' worth; who takes more is told of once a second. Thread-safe. */
public final class Bucket {

    private static final int BURST_IN_S = 10;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final double perSecond;
    private final LongSupplier nanos;
    private double tokens;
    private long filledAt;
    private long toldAt;

    /** What came of asking. */
    public enum Answer {
        /** There was room. */
        TAKEN,
        /** There was none, and nobody has been told of it within the last second. */
        EMPTY,
        /** There was none, and that was told just now. */
        STILL_EMPTY
    }

    /**
     * A full bucket.
     *
     * @param perSecond how many it gets a second
     * @param nanos a clock that only runs forward, in nanoseconds
     */
    public Bucket(double perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
        this.tokens = perSecond * BURST_IN_S;
        this.filledAt = nanos.getAsLong();
        this.toldAt = filledAt - SECOND;
    }

    /** Takes one. */
    public synchronized Answer take() {
        long now = nanos.getAsLong();
        tokens = Math.min(perSecond * BURST_IN_S, tokens + (now - filledAt) * perSecond / SECOND);
        filledAt = now;
        if (tokens >= 1) {
            tokens--;
            return Answer.TAKEN;
        }
        if (now - toldAt < SECOND) {
            return Answer.STILL_EMPTY;
        }
        toldAt = now;
        return Answer.EMPTY;
    }
}
