package de.einsnull.sensors.core.host;

import de.einsnull.bus.api.Outlet;
import de.einsnull.bus.api.Subscription;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.bus.api.TryLaterException;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Listening;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Messages on their way from the durable queue of an instance to its driver; what is not finished goes back. */
final class Intake {

    private static final int MAX_BATCH = 500;
    private static final int MAX_ATTEMPTS = 5;
    private static final int LOOK_MILLIS = 100;

    private final Instance instance;
    private final Listening driver;
    private final Subscription subscription;

    Intake(Instance instance, Listening driver) {
        this.instance = instance;
        this.driver = driver;
        var filters = List.copyOf(driver.topicFilters());
        var spec = new SubscriptionSpec(
                "sensors." + instance.name(), filters, true, 1, MAX_BATCH, MAX_ATTEMPTS, Duration.ofSeconds(2));
        this.subscription = instance.services().bus().subscribe(spec, this::receive);
    }

    long backlog() {
        return subscription.backlog();
    }

    void close() {
        subscription.close();
    }

    private void receive(List<TopicMessage> batch, Outlet outlet) throws Exception {
        if (!instance.health().isOpen() || instance.lane().isBusy()) {
            throw new TryLaterException("driver instance " + instance.name() + " is not ready", null);
        }
        var run = new BatchRun(driver, batch, instance.emitter());
        try {
            var result = await(instance.lane().submit(run), run);
            if (result.isPresent()) {
                deliver(result.get(), outlet);
            } else {
                overdue(batch, outlet);
            }
        } catch (ExecutionException e) {
            var cause = e.getCause() instanceof DriverException d ? d.reason() : DriverCause.FAILURE;
            instance.life().giveUp(cause, String.valueOf(e.getCause().getMessage()), true);
            throw new TryLaterException("driver instance " + instance.name() + " cannot work now", e.getCause());
        }
    }

    /** Waits for the batch as long as each of its messages stays within the limit; empty if one does not. */
    private Optional<List<Collected>> await(CompletableFuture<List<Collected>> result, BatchRun run)
            throws InterruptedException, ExecutionException, TryLaterException {
        while (true) {
            try {
                return Optional.of(result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                if (run.isOverdue(instance.services().times().receive())) {
                    instance.lane().interrupt();
                    result.cancel(false);
                    return Optional.empty();
                }
                if (!run.hasBegun() && !instance.health().isOpen() && result.cancel(false)) {
                    throw new TryLaterException("driver instance " + instance.name() + " is not ready", null);
                }
            }
        }
    }

    private void deliver(List<Collected> all, Outlet outlet) {
        var tally = instance.services().tally();
        for (Collected collected : all) {
            collected.deliver(outlet);
            collected.refusal().ifPresent(r -> tally.count(instance.name(), r.outcome(), 1));
            if (collected.isEmpty()) {
                tally.count(instance.name(), Outcomes.IGNORED, 1);
            }
            judge(collected);
        }
        instance.life().worked();
    }

    private void judge(Collected collected) {
        boolean threw = collected
                .refusal()
                .filter(r -> r.outcome().equals(Outcomes.DRIVER_FAILED))
                .isPresent();
        if (!threw) {
            instance.offences().behaved();
            return;
        }
        instance.offences().threw();
        if (!instance.offences().verdict().isEmpty()) {
            instance.life()
                    .giveUp(
                            DriverCause.FAILURE,
                            collected.refusal().orElseThrow().detail(),
                            true);
        }
    }

    private void overdue(List<TopicMessage> batch, Outlet outlet) throws TimeoutException {
        instance.life().giveUp(DriverCause.TIMEOUT, "receive did not return in time", false);
        instance.services().tally().count(instance.name(), Outcomes.DRIVER_TIMEOUT, 1);
        if (batch.size() > 1) {
            throw new TimeoutException("one message of the batch took too long; they come again one by one");
        }
        outlet.putAside(batch.get(0), Outcomes.DRIVER_TIMEOUT, "the driver did not return in time");
    }
}
