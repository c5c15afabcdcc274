package de.einsnull.bus.artemis.group;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.artemis.link.BrokerLink;
import de.einsnull.bus.artemis.link.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives from one queue of a group, on a thread of its own, over one connection after the other. */
final class GroupWorker implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupWorker.class);
    private static final long IDLE_MS = 2_000;
    private static final int MAX_BATCH_BYTES = 8 * 1024 * 1024;
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    private final GroupLane lane;
    private final GroupQueue queue;
    private final BrokerLink link;
    private final Runnable onQueue;

    /** Set while waiting for messages; who takes it out may close it. */
    private final AtomicReference<ClientConsumer> idle = new AtomicReference<>();

    GroupWorker(GroupLane lane, GroupQueue queue, BrokerLink link, Runnable onQueue) {
        this.lane = lane;
        this.queue = queue;
        this.link = link;
        this.onQueue = onQueue;
    }

    @Override
    public void run() {
        while (lane.isOpen()) {
            try {
                work(link.await(Duration.ofSeconds(1)));
            } catch (BusException e) {
                LOG.trace("Group {} waits for the broker", lane.spec().group(), e);
            } catch (InterruptedException e) {
                LOG.trace("Group {} was closed", lane.spec().group(), e);
                return;
            } catch (ActiveMQException | RuntimeException e) {
                rest(e);
            }
        }
    }

    private void rest(Exception e) {
        if (!lane.isOpen()) {
            return;
        }
        LOG.warn(
                "Group {} lost touch with its queue, starting again: {}",
                lane.spec().group(),
                e.toString());
        LOG.debug("Cause", e);
        try {
            lane.sleep(AFTER_TROUBLE);
        } catch (InterruptedException interrupted) {
            LOG.trace("Closed while resting", interrupted);
        }
    }

    private void work(Wire wire) throws ActiveMQException, InterruptedException {
        try (var session = wire.session(false)) {
            queue.ensure(session);
            onQueue.run();
            try (var consumer = session.createConsumer(queue.name());
                    var producer = session.createProducer()) {
                session.start();
                lane.listens();
                var settlement = new TransactedSettlement(lane, queue, wire, session, producer);
                var handler = new BatchHandler(lane.spec(), lane.receiver(), settlement, lane::sleep, lane.meters());
                while (lane.isOpen() && wire.isUp() && !consumer.isClosed()) {
                    handle(collect(consumer), handler);
                }
            }
            if (wire.isUp()) {
                queue.release(session);
            }
        }
    }

    private void handle(List<Pending> batch, BatchHandler handler) throws ActiveMQException, InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        lane.enter();
        try {
            handler.handle(batch);
        } finally {
            lane.leave();
        }
    }

    /** Waits for a message, then takes what is there already. */
    private List<Pending> collect(ClientConsumer consumer) throws ActiveMQException {
        idle.set(consumer);
        if (!lane.isOpen()) {
            return List.of();
        }
        var next = consumer.receive(IDLE_MS);
        if (idle.getAndSet(null) == null || next == null) {
            return List.of();
        }
        var batch = new ArrayList<Pending>();
        var bytes = 0;
        while (next != null) {
            var pending = new Pending(next, lane.clock().instant());
            batch.add(pending);
            bytes += pending.message().payload().length;
            var full = batch.size() >= lane.spec().maxBatch() || bytes >= MAX_BATCH_BYTES;
            next = full ? null : consumer.receive(1);
        }
        return batch;
    }

    /** Ends waiting for messages, if that is what it does. */
    void wake() {
        var consumer = idle.getAndSet(null);
        if (consumer == null) {
            return;
        }
        try {
            consumer.close();
        } catch (ActiveMQException e) {
            LOG.debug("The connection was gone already", e);
        }
    }
}
