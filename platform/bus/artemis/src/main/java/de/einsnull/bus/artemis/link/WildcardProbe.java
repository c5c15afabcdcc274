package de.einsnull.bus.artemis.link;

import java.util.UUID;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/**
 * Finds out whether a broker reads topic filters as we do. One with Artemis' own delimiter ({@code .}) would take every
 * subscription and then deliver nothing.
 */
public final class WildcardProbe {

    private static final long ANSWER_MS = 3_000;

    private WildcardProbe() {}

    /**
     * Sends a message to a topic and looks whether it arrives by a filter.
     *
     * @param session a started session
     * @throws ActiveMQException if it does not, with what to change at the broker
     */
    public static void check(ClientSession session) throws ActiveMQException {
        var name = "probe-" + UUID.randomUUID();
        session.createQueue(QueueConfiguration.of(name)
                .setAddress("einsnull/" + name + "/+")
                .setRoutingType(RoutingType.MULTICAST)
                .setDurable(false)
                .setTemporary(true));
        try (var consumer = session.createConsumer(name);
                var producer = session.createProducer("einsnull/" + name + "/topic")) {
            var message = session.createMessage(false);
            message.setRoutingType(RoutingType.MULTICAST);
            producer.send(message);
            var arrived = consumer.receive(ANSWER_MS);
            if (arrived == null) {
                throw new ActiveMQException(
                        "its wildcards are not those of MQTT; set in its broker.xml: <wildcard-addresses>"
                                + "<delimiter>/</delimiter><any-words>#</any-words><single-word>+</single-word>"
                                + "</wildcard-addresses>");
            }
            arrived.acknowledge();
        }
        session.deleteQueue(name);
    }
}
