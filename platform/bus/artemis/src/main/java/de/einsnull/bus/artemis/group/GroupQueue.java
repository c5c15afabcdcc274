package de.einsnull.bus.artemis.group;

import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.artemis.Names;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQQueueExistsException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/**
 * The queue of a subscription for one of its filters.
 *
 * @param name name on the broker
 * @param filter address it is bound to
 * @param durable whether it collects while nobody listens
 */
record GroupQueue(String name, String filter, boolean durable) {

    /** How many messages a slow live subscriber may be behind before it loses the oldest. */
    private static final long LIVE_RING = 10_000;

    static GroupQueue of(SubscriptionSpec spec, String filter) {
        return spec.durable()
                ? new GroupQueue(Names.queue(spec.group(), filter), filter, true)
                : new GroupQueue(
                        Names.LIVE_PREFIX + spec.group() + "|" + filter + "|" + UUID.randomUUID(), filter, false);
    }

    /** Deletes the queue of a live subscription when its last worker leaves. */
    void release(ClientSession session) throws ActiveMQException {
        var state = durable ? null : session.queueQuery(SimpleString.of(name));
        if (state != null && state.isExists() && state.getConsumerCount() == 0) {
            session.deleteQueue(name);
        }
    }

    /** Makes the queue unless it exists. */
    void ensure(ClientSession session) throws ActiveMQException {
        if (session.queueQuery(SimpleString.of(name)).isExists()) {
            return;
        }
        var queue = QueueConfiguration.of(name)
                .setAddress(filter)
                .setRoutingType(RoutingType.MULTICAST)
                .setDurable(durable)
                .setAutoDelete(false);
        if (!durable) {
            queue.setTemporary(true).setRingSize(LIVE_RING);
        }
        try {
            session.createQueue(queue);
        } catch (ActiveMQQueueExistsException e) {
            // Another worker or node was faster, which is as good.
            return;
        }
    }
}
