package de.einsnull.sensors.core.host;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Polled;
import de.einsnull.sensors.core.ingest.Timers;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a driver again and again while its instance works: soon after a single failure; after several in a row the instance
 * is given up, so that the driver connects afresh when it is opened again. Intervals are spread, so that many instances
 * that start together do not ask together.
 */
final class Poller {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST_START = Duration.ofSeconds(2);
    private static final double SPREAD = 0.05;

    private final Instance instance;
    private final Polled driver;
    private final Breaker breaker;
    private final SplittableRandom random = new SplittableRandom();
    private volatile boolean ended;

    Poller(Instance instance, Polled driver, boolean afterFailures) {
        this.instance = instance;
        this.driver = driver;
        this.breaker = new Breaker(afterFailures);
    }

    void begin() {
        var most = Math.min(interval().toMillis() / 10, LONGEST_START.toMillis());
        later(Duration.ofMillis(random.nextLong(most + 1)));
    }

    /** Asks no more, once the poll that runs has returned. */
    void end() {
        ended = true;
    }

    private void later(Duration pause) {
        var services = instance.services();
        Timers.later(services.timer(), pause.toMillis(), TimeUnit.MILLISECONDS, () -> services.blocking()
                .execute(() -> Timers.safely(this::poll)));
    }

    private void poll() {
        if (ended) {
            return;
        }
        try {
            instance.call(this::pollUnlessEnded, instance.services().times().poll());
            breaker.worked();
            instance.life().worked();
        } catch (TimeoutException e) {
            instance.life().giveUp(DriverCause.TIMEOUT, "poll did not return in time", false);
            return;
        } catch (ExecutionException e) {
            if (ended || !instance.health().isOpen() || !wentOn(e.getCause())) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        later(pause());
    }

    private boolean pollUnlessEnded() throws DriverException {
        if (!ended) {
            driver.poll();
        }
        return true;
    }

    /** Notes a failure; false if there were too many. */
    private boolean wentOn(Throwable thrown) {
        breaker.failed();
        var cause = thrown instanceof DriverException d ? d.reason() : DriverCause.FAILURE;
        var detail = thrown instanceof DriverException ? String.valueOf(thrown.getMessage()) : thrown.toString();
        if (breaker.isOpen()) {
            instance.life().giveUp(cause, detail, true);
            return false;
        }
        instance.health().degraded(cause, detail);
        return true;
    }

    private Duration pause() {
        var interval = interval();
        if (breaker.failures() > 0) {
            var soon = instance.services().times().pause(breaker.failures() - 1);
            return soon.compareTo(interval) < 0 ? soon : interval;
        }
        double factor = 1 + SPREAD * (random.nextDouble() * 2 - 1);
        return Duration.ofNanos((long) (interval.toNanos() * factor));
    }

    private Duration interval() {
        var wanted = driver.interval();
        return wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
    }
}
