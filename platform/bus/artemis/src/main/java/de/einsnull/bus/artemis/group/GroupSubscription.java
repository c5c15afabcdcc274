package de.einsnull.bus.artemis.group;

import de.einsnull.bus.api.BatchReceiver;
import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.Subscription;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.artemis.BusMeters;
import de.einsnull.bus.artemis.link.BrokerLink;
import de.einsnull.bus.artemis.message.TopicFilter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open subscription: a queue per filter, and per queue as many workers as batches may be handled at once. */
public final class GroupSubscription implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(GroupSubscription.class);
    private static final long CLOSE_MS = 10_000;
    private static final Duration LISTENING = Duration.ofSeconds(2);

    private final GroupLane lane;
    private final BrokerLink link;
    private final List<GroupQueue> queues;
    private final List<GroupWorker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Runnable onClosed;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Opens a subscription.
     *
     * @param spec what is wanted
     * @param receiver takes it
     * @param link broker
     * @param meters counts
     * @param clock time
     * @param onClosed called once when it has been closed
     */
    public GroupSubscription(
            SubscriptionSpec spec,
            BatchReceiver receiver,
            BrokerLink link,
            BusMeters meters,
            Clock clock,
            Runnable onClosed) {
        this.link = link;
        this.onClosed = onClosed;
        this.queues = TopicFilter.withoutCovered(spec.filters()).stream()
                .map(filter -> GroupQueue.of(spec, filter))
                .toList();
        this.lane = new GroupLane(spec, receiver, meters, clock, queues.size() * spec.concurrency());
        queues.forEach(this::addWorkers);
    }

    private void addWorkers(GroupQueue queue) {
        // A live queue is fed by every message, so several workers of it would share them as well.
        for (var i = 0; i < lane.spec().concurrency(); i++) {
            var worker = new GroupWorker(lane, queue, link, i == 0 ? () -> prune(queue) : () -> {});
            var thread = new Thread(worker, "bus-" + lane.spec().group() + "-" + threads.size());
            thread.setDaemon(true);
            workers.add(worker);
            threads.add(thread);
        }
    }

    /** Queues of filters that the group has no longer would collect for ever. */
    private void prune(GroupQueue ready) {
        if (!lane.spec().durable() || !ready.equals(queues.get(0))) {
            return;
        }
        try {
            new GroupStore(link).prune(lane.spec().group(), queues());
        } catch (BusException e) {
            LOG.warn(
                    "Group {} may still collect for filters it no longer has: {}",
                    lane.spec().group(),
                    e.getMessage());
        }
    }

    /** Starts the workers. While the broker is there they listen when this returns, so nothing sent next is missed. */
    public void start() {
        threads.forEach(Thread::start);
        if (link.current().isPresent()) {
            lane.awaitListening(LISTENING);
        }
    }

    /** What was asked for. */
    public SubscriptionSpec spec() {
        return lane.spec();
    }

    /** Names of the queues. */
    public List<String> queues() {
        return queues.stream().map(GroupQueue::name).toList();
    }

    /** Since when the batch that takes longest is being handled. */
    public Optional<Instant> busySince() {
        return lane.busySince();
    }

    @Override
    public long backlog() {
        try {
            return link.call(session -> {
                var sum = 0L;
                for (var queue : queues) {
                    sum += session.queueQuery(SimpleString.of(queue.name())).getMessageCount();
                }
                return sum;
            });
        } catch (BusException e) {
            LOG.trace("No backlog", e);
            return -1;
        }
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        lane.close();
        workers.forEach(GroupWorker::wake);
        try {
            joinAll();
        } finally {
            threads.forEach(Thread::interrupt);
            onClosed.run();
        }
    }

    private void joinAll() {
        var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MS);
        try {
            for (var thread : threads) {
                var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (thread != Thread.currentThread() && left > 0) {
                    thread.join(left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (threads.stream().anyMatch(Thread::isAlive)) {
            LOG.warn(
                    "Group {} did not end in time and is left alone",
                    lane.spec().group());
        }
    }
}
