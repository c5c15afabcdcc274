package de.einsnull.sensors.core.host;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Polled;
import de.einsnull.sensors.core.ingest.Timers;
import de.einsnull.sensors.core.lane.Lane;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Asks a driver again and again while its instance works; after failures with growing pauses. */
final class Poller {

    private final Polled driver;
    private final Lane lane;
    private final Health health;
    private final Services services;
    private final Consumer<String> giveUp;
    private volatile boolean ended;
    private int failures;

    Poller(Polled driver, Lane lane, Health health, Services services, Consumer<String> giveUp) {
        this.driver = driver;
        this.lane = lane;
        this.health = health;
        this.services = services;
        this.giveUp = giveUp;
    }

    void begin() {
        later(Duration.ZERO);
    }

    /** Asks no more. */
    void end() {
        ended = true;
    }

    private void later(Duration pause) {
        Timers.later(services.timer(), pause.toMillis(), TimeUnit.MILLISECONDS, () -> services.blocking()
                .execute(() -> Timers.safely(this::poll)));
    }

    private void poll() {
        if (ended || !health.isWorking()) {
            return;
        }
        try {
            lane.run(driver::poll, services.times().poll());
            failures = 0;
            health.recovered();
        } catch (TimeoutException e) {
            giveUp.accept("poll did not return in time");
            return;
        } catch (ExecutionException e) {
            failures++;
            var cause = e.getCause() instanceof DriverException d ? d.reason() : DriverCause.FAILURE;
            health.set(DriverState.DEGRADED, cause, String.valueOf(e.getCause().getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        later(pause());
    }

    private Duration pause() {
        var interval = driver.interval();
        var pause = failures == 0 ? Duration.ZERO : services.times().pause(failures);
        return pause.compareTo(interval) > 0 ? pause : interval;
    }
}
