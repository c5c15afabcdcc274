package de.einsnull.guard.core;

import de.einsnull.guard.api.Kind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The settings in types of their own.
 *
 * @param window how long harm is remembered
 * @param strikes how much of each kind is too much; 0 for never
 * @param start how long a start may take
 * @param stop how long a stop may take
 * @param busy how long a thread may keep a processor busy
 * @param endLoops whether threads that loop in a stopped module are ended by force
 * @param pace how often the guard looks, and the measure of its patience
 * @param partnerLocations beginnings of the locations of bundles that may be stopped
 */
record Limits(
        Duration window,
        Map<Kind, Integer> strikes,
        Duration start,
        Duration stop,
        Duration busy,
        boolean endLoops,
        Duration pace,
        List<String> partnerLocations) {

    private static final Duration PACE = Duration.ofSeconds(1);

    static Limits of(GuardConfig config) {
        var strikes = new EnumMap<Kind, Integer>(Kind.class);
        strikes.put(Kind.THREW, config.threw());
        strikes.put(Kind.TIMED_OUT, config.timedOut());
        strikes.put(Kind.STUCK, config.stuck());
        strikes.put(Kind.TOO_LARGE, config.tooLarge());
        strikes.put(Kind.FLOODED, config.flooded());
        strikes.put(Kind.LOOPED, config.looped());
        strikes.put(Kind.HUNG_AT_START, config.hungAtStart());
        strikes.put(Kind.HUNG_AT_STOP, config.hungAtStop());
        strikes.put(Kind.LEAKED_THREADS, config.leakedThreads());
        return new Limits(
                Duration.ofSeconds(config.windowInS()),
                strikes,
                Duration.ofSeconds(config.startLimitInS()),
                Duration.ofSeconds(config.stopLimitInS()),
                Duration.ofSeconds(config.busyLimitInS()),
                config.endLoops(),
                PACE,
                List.of(config.partnerLocations()));
    }

    int of(Kind kind) {
        return strikes.getOrDefault(kind, 0);
    }

    boolean isPlatform(String location) {
        return partnerLocations.stream().noneMatch(location::startsWith);
    }
}
