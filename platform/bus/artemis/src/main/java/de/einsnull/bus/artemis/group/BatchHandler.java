package de.einsnull.bus.artemis.group;

import de.einsnull.bus.api.BatchReceiver;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.api.TryLaterException;
import de.einsnull.bus.artemis.BusMeters;
import de.einsnull.bus.artemis.group.BatchOutlet.Aside;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a batch through its attempts. A batch that failed is held (it stays with this worker, unacknowledged) and given
 * again one by one, in rounds, until each message has succeeded or was put aside. Used by one thread.
 */
final class BatchHandler {

    private static final Logger LOG = LoggerFactory.getLogger(BatchHandler.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

    private final SubscriptionSpec spec;
    private final BatchReceiver receiver;
    private final Settlement settlement;
    private final Pause pause;
    private final BusMeters meters;

    BatchHandler(SubscriptionSpec spec, BatchReceiver receiver, Settlement settlement, Pause pause, BusMeters meters) {
        this.spec = spec;
        this.receiver = receiver;
        this.settlement = settlement;
        this.pause = pause;
        this.meters = meters;
    }

    /**
     * Handles a batch to its end.
     *
     * @throws ActiveMQException if the broker went away: what was not settled comes again
     * @throws InterruptedException if the subscription was closed meanwhile
     */
    void handle(List<Pending> batch) throws ActiveMQException, InterruptedException {
        var left = attempt(batch, true) ? List.<Pending>of() : batch;
        while (!left.isEmpty()) {
            pause.sleep(spec.retryDelay());
            var failed = new ArrayList<Pending>();
            for (var pending : left) {
                if (!attempt(List.of(pending), false)) {
                    failed.add(pending);
                }
            }
            left = failed;
        }
    }

    private boolean attempt(List<Pending> messages, boolean whole) throws ActiveMQException, InterruptedException {
        var rest = spec.retryDelay().compareTo(SHORTEST_PAUSE) > 0 ? spec.retryDelay() : SHORTEST_PAUSE;
        while (true) {
            settlement.requireAlive();
            var outlet = new BatchOutlet(messages);
            try {
                receiver.receive(messages.stream().map(Pending::message).toList(), outlet);
                outlet.close();
            } catch (TryLaterException e) {
                outlet.close();
                LOG.warn(
                        "Group {} cannot work at the moment, {} messages wait: {}",
                        spec.group(),
                        messages.size(),
                        e.getMessage());
                pause.sleep(rest);
                rest = rest.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? rest.multipliedBy(2) : LONGEST_PAUSE;
                continue;
            } catch (InterruptedException e) {
                throw e;
            } catch (Throwable e) {
                // Also errors: a partner's broken class must not end the group's thread.
                outlet.close();
                return failed(messages, e);
            }
            settlement.settle(messages, whole, outlet.sends(), outlet.asides());
            meters.handled(spec.group(), messages.size());
            meters.putAside(spec.group(), outlet.asides().size());
            return true;
        }
    }

    private boolean failed(List<Pending> messages, Throwable e) throws ActiveMQException {
        meters.failed(spec.group());
        messages.forEach(Pending::failed);
        var first = messages.get(0);
        if (messages.size() > 1 || first.failures() < spec.maxAttempts()) {
            LOG.warn("Group {} failed on {} messages, trying again: {}", spec.group(), messages.size(), e.toString());
            LOG.debug("Cause", e);
            return false;
        }
        LOG.error(
                "Group {} puts a message on {} aside",
                spec.group(),
                first.message().topic(),
                e);
        settlement.settle(messages, false, List.of(), List.of(new Aside(first, "handler-failed", describe(e))));
        meters.putAside(spec.group(), 1);
        return true;
    }

    private static String describe(Throwable e) {
        var text = new StringBuilder(e.toString());
        for (var cause = e.getCause(); cause != null && text.length() < 2_000; cause = cause.getCause()) {
            text.append(" <- ").append(cause);
        }
        return text.toString();
    }

    /** Ends attempts for good. */
    interface Settlement {
        /**
         * Acknowledges messages and sends, all or nothing.
         *
         * @param messages what to acknowledge
         * @param whole whether these are all messages the worker holds
         * @param sends what to send
         * @param asides what to put aside
         */
        void settle(
                List<Pending> messages, boolean whole, List<de.einsnull.bus.api.TopicMessage> sends, List<Aside> asides)
                throws ActiveMQException;

        /** Throws when the broker has gone, so that nothing is handled that could not be acknowledged. */
        void requireAlive() throws ActiveMQException;
    }

    /** Waits, and not longer than the subscription is open. */
    @FunctionalInterface
    interface Pause {
        /**
         * Waits.
         *
         * @throws InterruptedException if the subscription was closed
         */
        void sleep(Duration duration) throws InterruptedException;
    }
}
