package de.einsnull.sensors.core.host;

import de.einsnull.sensors.core.ingest.Timers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Whether drivers that emit on their own should slow down, because too many reports wait to be stored. Thread-safe. */
final class Pressure {

    /** So many reports may wait before drivers are slowed down. */
    static final long MOST_WAITING = 100_000;

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int LOOK_SECONDS = 1;

    private final LongSupplier backlog;
    private volatile long waiting;

    Pressure(LongSupplier backlog) {
        this.backlog = backlog;
    }

    void watch(ScheduledExecutorService timer) {
        Timers.every(timer, LOOK_SECONDS, TimeUnit.SECONDS, this::look);
    }

    void look() {
        waiting = backlog.getAsLong();
    }

    /** How long to wait before the next report, empty if it need not. */
    Optional<Duration> pause() {
        long above = waiting - MOST_WAITING;
        if (above <= 0) {
            return Optional.empty();
        }
        var pause = SHORTEST.multipliedBy(1 + above * 10 / MOST_WAITING);
        return Optional.of(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }
}
