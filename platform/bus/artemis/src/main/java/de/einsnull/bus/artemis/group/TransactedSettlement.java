package de.einsnull.bus.artemis.group;

import de.einsnull.bus.api.TopicMessage;
import de.einsnull.bus.artemis.Names;
import de.einsnull.bus.artemis.group.BatchHandler.Settlement;
import de.einsnull.bus.artemis.group.BatchOutlet.Aside;
import de.einsnull.bus.artemis.link.Wire;
import de.einsnull.bus.artemis.message.Letter;
import de.einsnull.bus.artemis.message.Letter.Reason;
import de.einsnull.bus.artemis.message.MessageCodec;
import java.util.HashMap;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQNotConnectedException;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/** Acknowledges, sends and puts aside in one transaction of the broker. */
final class TransactedSettlement implements Settlement {

    private final GroupLane lane;
    private final GroupQueue queue;
    private final Wire wire;
    private final ClientSession session;
    private final ClientProducer producer;

    TransactedSettlement(GroupLane lane, GroupQueue queue, Wire wire, ClientSession session, ClientProducer producer) {
        this.lane = lane;
        this.queue = queue;
        this.wire = wire;
        this.session = session;
        this.producer = producer;
    }

    @Override
    public void settle(List<Pending> messages, boolean whole, List<TopicMessage> sends, List<Aside> asides)
            throws ActiveMQException {
        for (var message : sends) {
            producer.send(message.topic(), MessageCodec.encode(session, withoutId(message), true));
        }
        if (queue.durable()) {
            for (var aside : asides) {
                producer.send(Names.DEAD_LETTERS, letter(aside));
            }
        }
        for (var pending : messages) {
            if (whole) {
                // Each one: Artemis acknowledges those before it only while all have the default priority, as MQTT's
                // have not.
                pending.core().acknowledge();
            } else {
                pending.core().individualAcknowledge();
            }
        }
        session.commit();
    }

    /** In a transaction the broker answers a repeated id by failing the transaction, again and again. */
    private static TopicMessage withoutId(TopicMessage message) {
        if (!message.attributes().containsKey(TopicMessage.DEDUPLICATION_ID)) {
            return message;
        }
        var attributes = new HashMap<>(message.attributes());
        attributes.remove(TopicMessage.DEDUPLICATION_ID);
        return TopicMessage.of(message.topic(), message.payload(), attributes);
    }

    private ClientMessage letter(Aside aside) {
        var pending = aside.pending();
        var attempts = Math.max(1, pending.failures());
        var reason = new Reason(lane.spec().group(), queue.name(), aside.cause(), aside.detail(), attempts);
        return Letter.write(
                session, pending.core(), pending.message(), reason, lane.clock().instant());
    }

    @Override
    public void requireAlive() throws ActiveMQException {
        if (!wire.isUp() || session.isClosed()) {
            throw new ActiveMQNotConnectedException("The connection to the broker was lost");
        }
    }
}
