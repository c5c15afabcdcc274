package de.einsnull.sensors.core.ingest;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Timers that go on after a failure and do not keep the platform from stopping. */
public final class Timers {

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);

    private Timers() {}

    /** A timer with one daemon thread. */
    public static ScheduledExecutorService single(String name) {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Does something again and again, with a pause in between. */
    @SuppressWarnings("FutureReturnValueIgnored")
    public static void every(ScheduledExecutorService timer, long pause, TimeUnit unit, Runnable work) {
        timer.scheduleWithFixedDelay(() -> safely(work), pause, pause, unit);
    }

    /** Does something once, later. */
    @SuppressWarnings("FutureReturnValueIgnored")
    public static void later(ScheduledExecutorService timer, long pause, TimeUnit unit, Runnable work) {
        timer.schedule(() -> safely(work), pause, unit);
    }

    /** Does something and logs what it throws. */
    public static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("Work in the background failed", e);
        }
    }
}
