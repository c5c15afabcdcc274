package de.einsnull.sensors.sensorthings.binding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says of what happens by the thousand, as observations do, whether it is news again: once an hour each. Remembers the 1,000
 * that were asked for last. Thread-safe.
 */
public final class SeldomNews {

    private static final Duration QUIET = Duration.ofHours(1);
    private static final int MOST_REMEMBERED = 1_000;

    private final Clock clock;
    private final Map<String, Instant> told = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /**
     * Nothing has been told yet.
     *
     * @param clock tells when an hour is over
     */
    public SeldomNews(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whether it should be told; if so, it counts as told now.
     *
     * @param what any text that stands for it
     * @return false within an hour after it was told
     */
    public synchronized boolean isNews(String what) {
        var now = clock.instant();
        var before = told.get(what);
        if (before != null && before.plus(QUIET).isAfter(now)) {
            return false;
        }
        told.put(what, now);
        return true;
    }
}
