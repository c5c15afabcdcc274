package de.einsnull.sensors.core.host;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Listening;
import de.einsnull.sensors.api.driver.Polled;
import de.einsnull.sensors.api.driver.SensorDriver;
import de.einsnull.sensors.core.ingest.Timers;
import de.einsnull.sensors.core.lane.Lane;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of an instance. All changes run on a thread of the pool for blocking work, one at a time because they hold the
 * monitor {@code life}; all calls of the driver run on the lane. State that others read is volatile.
 */
final class Life {

    private static final Logger LOG = LoggerFactory.getLogger(Life.class);

    private final Instance instance;
    private final String name;
    private final SensorDriver driver;
    private final Services services;
    private final Lane lane;
    private final Health health;
    private final Offences offences;
    private final Object life = new Object();
    private volatile Intake intake;
    private volatile boolean wanted = true;
    private volatile boolean quarantined;
    private volatile int failures;
    private Instant openSince = Instant.MAX;
    private Poller poller;
    private volatile boolean leftOpen;
    private volatile boolean tried;

    Life(Instance instance) {
        this.instance = instance;
        this.name = instance.name();
        this.driver = instance.driver();
        this.services = instance.services();
        this.lane = instance.lane();
        this.health = instance.health();
        this.offences = instance.offences();
    }

    /** Messages that wait, -1 if it does not listen now. */
    long backlog() {
        var open = intake;
        return open == null ? -1 : open.backlog();
    }

    /** Whether it is being opened for the first time: until then nothing that is sent to it is kept. */
    boolean isNew() {
        return wanted && !tried;
    }

    /** Opens the driver, in the background. */
    void start() {
        services.blocking().execute(() -> Timers.safely(this::open));
    }

    /** Closes and opens it, in the background. If it hangs, asks for another object in its place by the PID. */
    void restart(String pid) {
        services.blocking()
                .execute(() -> Timers.safely(() -> {
                    offences.pardon();
                    failures = 0;
                    if (leftOpen && lane.isBusy() && services.surroundings().renew(pid)) {
                        LOG.warn("Driver instance {} hangs and is replaced by a new object", name);
                    } else {
                        quarantined = false;
                        close(CloseReason.RESTART);
                        open();
                    }
                }));
    }

    /** Ends it for good; returns within a few times the time limit for closing, also if the driver hangs. */
    void stop() {
        wanted = false;
        if (health.is(DriverState.OPENING)) {
            lane.interrupt();
            abandonUnlessFree();
        }
        close(CloseReason.STOPPED);
        abandonUnlessFree();
        lane.shutdown();
        instance.emitter().end();
    }

    private void abandonUnlessFree() {
        if (!lane.isFreeWithin(services.times().grace())) {
            lane.abandon().ifPresent(thread -> {
                LOG.error("Driver instance {} hangs; thread '{}' is left behind", name, thread.getName());
                services.leftovers().add(name, thread);
            });
        }
    }

    private void open() {
        synchronized (life) {
            if (!wanted || quarantined || health.isOpen()) {
                return;
            }
            if (lane.isBusy()) {
                offline(DriverCause.TIMEOUT, "an earlier call has not returned");
                return;
            }
            if (leftOpen) {
                closeDriver(CloseReason.FAILED);
                health.stopped();
            }
            health.opening();
            if (!wanted) {
                return;
            }
            try {
                lane.run(() -> driver.open(instance.context()), services.times().open());
                opened();
            } catch (TimeoutException e) {
                leftOpen = true;
                hung();
                offline(DriverCause.TIMEOUT, "open did not return in time");
            } catch (ExecutionException e) {
                failed(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void opened() {
        health.opened();
        openSince = services.clock().instant();
        try {
            if (driver instanceof Listening listening) {
                intake = new Intake(instance, listening);
            }
        } catch (RuntimeException e) {
            failed(new DriverException(DriverCause.CONFIGURATION, "the topics cannot be subscribed: " + e, e));
            return;
        }
        if (driver instanceof Polled polled) {
            if (failures > 0) {
                health.degraded(DriverCause.COMMUNICATION, "asked again after failures");
            }
            poller = new Poller(instance, polled, failures > 0);
            poller.begin();
        }
        tried = true;
        LOG.info("Driver instance {} is open", name);
    }

    /** Something was thrown that means: cannot work now. */
    private void failed(Throwable thrown) {
        var cause = thrown instanceof DriverException e ? e.reason() : DriverCause.FAILURE;
        var detail = thrown instanceof DriverException ? thrown.getMessage() : thrown.toString();
        LOG.warn("Driver instance {} cannot work: {}", name, detail, thrown);
        closeDriver(CloseReason.FAILED);
        offline(cause, detail);
    }

    /** Offline until it is tried again: after a growing pause, or when an operator starts it out of quarantine. */
    private void offline(DriverCause cause, String detail) {
        tried = true;
        var verdict = offences.verdict();
        if (!verdict.isEmpty()) {
            quarantined = true;
            LOG.error("Driver instance {} is put into quarantine: {}", name, verdict);
            health.offline(DriverCause.QUARANTINE, verdict + "; last: " + detail);
            return;
        }
        health.offline(cause, detail);
        if (wanted) {
            var pause = services.times().pause(failures++);
            Timers.later(services.timer(), pause.toMillis(), TimeUnit.MILLISECONDS, this::start);
        }
    }

    /** A call went well. */
    void worked() {
        failures = 0;
        health.recovered();
    }

    private void close(CloseReason reason) {
        synchronized (life) {
            endWork();
            boolean wasOpen = health.isOpen() || leftOpen;
            if (health.is(DriverState.STOPPED)) {
                return;
            }
            var patience =
                    leftOpen ? services.times().grace() : services.times().close();
            if (wasOpen && lane.isFreeWithin(patience)) {
                closeDriver(reason);
            } else {
                health.closing();
            }
            health.stopped();
        }
    }

    private void endWork() {
        var asking = poller;
        poller = null;
        if (asking != null) {
            asking.end();
            lane.interrupt();
        }
        var open = intake;
        intake = null;
        if (open != null) {
            open.close();
        }
    }

    private void closeDriver(CloseReason reason) {
        leftOpen = false;
        health.closing();
        try {
            lane.run(() -> driver.close(reason), services.times().close());
        } catch (TimeoutException e) {
            LOG.error("Driver instance {} did not close in time", name);
            hung();
        } catch (ExecutionException e) {
            LOG.warn("Driver instance {} failed to close", name, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A call did not return in time and was interrupted: an offence, if it still does not return. */
    private void hung() {
        if (!lane.isFreeWithin(services.times().grace())) {
            offences.hung();
        }
    }

    /** The instance cannot go on: ends its work and opens it again later. Not called on a thread of the bus. */
    void giveUp(DriverCause cause, String detail, boolean close) {
        services.blocking()
                .execute(() -> Timers.safely(() -> {
                    synchronized (life) {
                        if (health.isOpen()) {
                            giveUpNow(cause, detail, close);
                        }
                    }
                }));
    }

    private void giveUpNow(DriverCause cause, String detail, boolean close) {
        health.offline(cause, detail);
        endWork();
        if (openSince
                .plus(services.times().longestPause())
                .isBefore(services.clock().instant())) {
            failures = 0;
        }
        if (close) {
            closeDriver(CloseReason.FAILED);
        } else {
            leftOpen = true;
            hung();
        }
        offline(cause, detail);
    }
}
