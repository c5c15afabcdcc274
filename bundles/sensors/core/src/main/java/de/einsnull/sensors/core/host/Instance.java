package de.einsnull.sensors.core.host;

import de.einsnull.bus.api.Outlet;
import de.einsnull.bus.api.Subscription;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.bus.api.TryLaterException;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverInstances.Status;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.DriverDescription;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Listening;
import de.einsnull.sensors.api.driver.Polled;
import de.einsnull.sensors.api.driver.SensorDriver;
import de.einsnull.sensors.core.ingest.Timers;
import de.einsnull.sensors.core.lane.Lane;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One driver instance and its life. All calls of the driver run on the lane; all changes of the life run on a thread of the
 * pool for blocking work, one at a time because they hold the monitor {@code life}. State that others read is volatile.
 */
final class Instance {

    private static final Logger LOG = LoggerFactory.getLogger(Instance.class);
    private static final int MAX_BATCH = 500;
    private static final int MAX_ATTEMPTS = 5;
    private static final int LOOK_MILLIS = 100;

    private final String name;
    private final SensorDriver driver;
    private final DriverDescription description;
    private final Services services;
    private final Lane lane;
    private final Emitter emitter;
    private final Context context;
    private final Health health;
    private final Object life = new Object();
    private volatile Subscription subscription;
    private volatile boolean wanted = true;
    private volatile int failures;
    private Poller poller;
    private boolean leftOpen;

    Instance(String name, SensorDriver driver, Services services) {
        this.name = name;
        this.driver = driver;
        this.services = services;
        this.lane = new Lane("sensors-driver-" + name);
        this.health = new Health(services.clock());
        this.description = describe();
        var channels = new KnownChannels(
                name, description.channels(), services.registry(), services.codecs(), services.tally());
        this.emitter = new Emitter(name, channels, services.acceptance(), services.bus());
        this.context = new Context(name, services, channels, emitter, health);
    }

    private DriverDescription describe() {
        try {
            return driver.describe();
        } catch (RuntimeException e) {
            LOG.error("Driver instance {} cannot describe itself", name, e);
            return new DriverDescription(driver.getClass().getSimpleName(), List.of());
        }
    }

    SensorDriver driver() {
        return driver;
    }

    Status status() {
        var open = subscription;
        return health.status(name, description.name(), open == null ? -1 : open.backlog());
    }

    /** Opens the driver, in the background. */
    void start() {
        services.blocking().execute(() -> Timers.safely(this::open));
    }

    /** Closes and opens it, in the background. */
    void restart() {
        services.blocking()
                .execute(() -> Timers.safely(() -> {
                    close(CloseReason.RESTART);
                    open();
                }));
    }

    /** Ends it for good; returns within the time limit for closing. */
    void stop() {
        wanted = false;
        if (health.isOpening()) {
            lane.interrupt();
        }
        close(CloseReason.STOPPED);
        lane.shutdown();
        health.set(DriverState.STOPPED, DriverCause.NONE, "");
    }

    private void open() {
        synchronized (life) {
            if (!wanted || subscription != null || health.isWorking()) {
                return;
            }
            if (lane.isBusy()) {
                offline(DriverCause.TIMEOUT, "an earlier call has not returned");
                return;
            }
            if (leftOpen) {
                leftOpen = false;
                closeDriver(CloseReason.FAILED);
            }
            health.set(DriverState.OPENING, DriverCause.NONE, "");
            try {
                lane.run(() -> driver.open(context), services.times().open());
                opened();
            } catch (TimeoutException e) {
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
        failures = 0;
        if (driver instanceof Listening listening) {
            var filters = listening.topicFilters().toArray(String[]::new);
            var spec = new SubscriptionSpec(
                    "sensors." + name, List.of(filters), true, 1, MAX_BATCH, MAX_ATTEMPTS, Duration.ofSeconds(2));
            subscription = services.bus().subscribe(spec, (batch, outlet) -> receive(listening, batch, outlet));
        }
        if (driver instanceof Polled polled) {
            poller = new Poller(polled, lane, health, services, detail -> giveUp(DriverCause.TIMEOUT, detail, false));
            poller.begin();
        }
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

    private void offline(DriverCause cause, String detail) {
        health.set(DriverState.OFFLINE, cause, detail);
        if (wanted) {
            var pause = services.times().pause(failures++);
            Timers.later(services.timer(), pause.toMillis(), TimeUnit.MILLISECONDS, this::start);
        }
    }

    private void close(CloseReason reason) {
        synchronized (life) {
            endWork();
            if (health.isWorking() || leftOpen) {
                leftOpen = false;
                health.set(DriverState.CLOSING, DriverCause.NONE, "");
                closeDriver(reason);
            }
        }
    }

    private void endWork() {
        if (poller != null) {
            poller.end();
            poller = null;
        }
        var open = subscription;
        subscription = null;
        if (open != null) {
            open.close();
        }
    }

    private void closeDriver(CloseReason reason) {
        try {
            lane.run(() -> driver.close(reason), services.times().close());
            health.set(DriverState.STOPPED, DriverCause.NONE, "");
        } catch (TimeoutException e) {
            LOG.error("Driver instance {} did not close in time; its lane is abandoned", name);
            health.set(DriverState.OFFLINE, DriverCause.TIMEOUT, "close did not return in time");
        } catch (ExecutionException e) {
            LOG.warn("Driver instance {} failed to close", name, e.getCause());
            health.set(DriverState.STOPPED, DriverCause.NONE, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The instance cannot go on: ends its subscription and opens it again later. Not called on a thread of the bus. */
    private void giveUp(DriverCause cause, String detail, boolean close) {
        services.blocking()
                .execute(() -> Timers.safely(() -> {
                    synchronized (life) {
                        if (health.isWorking()) {
                            health.set(DriverState.OFFLINE, cause, detail);
                            endWork();
                            leftOpen = !close;
                            if (close) {
                                closeDriver(CloseReason.FAILED);
                            }
                            offline(cause, detail);
                        }
                    }
                }));
    }

    private void receive(Listening listening, List<TopicMessage> batch, Outlet outlet) throws Exception {
        if (!health.isWorking() || lane.isBusy()) {
            throw new TryLaterException("driver instance " + name + " is not ready", null);
        }
        var run = new BatchRun(listening, batch, emitter);
        try {
            var result = await(lane.submit(run), run);
            if (result.isPresent()) {
                deliver(result.get(), outlet);
            } else {
                overdue(batch, outlet);
            }
        } catch (ExecutionException e) {
            var cause = e.getCause() instanceof DriverException d ? d.reason() : DriverCause.FAILURE;
            giveUp(cause, String.valueOf(e.getCause().getMessage()), true);
            throw new TryLaterException("driver instance " + name + " cannot work now", e.getCause());
        }
    }

    /** Waits for the batch as long as each of its messages stays within the limit; empty if one does not. */
    private Optional<List<Collected>> await(CompletableFuture<List<Collected>> result, BatchRun run)
            throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return Optional.of(result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                if (run.isOverdue(services.times().receive())) {
                    result.cancel(false);
                    lane.interrupt();
                    return Optional.empty();
                }
            }
        }
    }

    private void deliver(List<Collected> all, Outlet outlet) {
        for (Collected collected : all) {
            collected.deliver(outlet);
            collected.refusal().ifPresent(r -> services.tally().count(name, r.outcome(), 1));
            if (collected.isEmpty()) {
                services.tally().count(name, Outcomes.IGNORED, 1);
            }
        }
        health.recovered();
    }

    private void overdue(List<TopicMessage> batch, Outlet outlet) throws TimeoutException {
        giveUp(DriverCause.TIMEOUT, "receive did not return in time", false);
        services.tally().count(name, Outcomes.DRIVER_TIMEOUT, 1);
        if (batch.size() > 1) {
            throw new TimeoutException("one message of the batch took too long; they come again one by one");
        }
        outlet.putAside(batch.get(0), Outcomes.DRIVER_TIMEOUT, "the driver did not return in time");
    }
}
