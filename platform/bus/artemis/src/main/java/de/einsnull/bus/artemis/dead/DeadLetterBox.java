package de.einsnull.bus.artemis.dead;

import de.einsnull.bus.api.DeadLetter;
import de.einsnull.bus.api.DeadLetters;
import de.einsnull.bus.artemis.Names;
import de.einsnull.bus.artemis.link.BrokerLink;
import de.einsnull.bus.artemis.message.Letter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQQueueExistsException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/** Dead letters in one durable queue of the broker. */
public final class DeadLetterBox implements DeadLetters {

    private static final int MAX_LIST = 1_000;
    private static final long MOMENT_MS = 200;

    private final BrokerLink link;

    /**
     * Creates the box.
     *
     * @param link broker
     */
    public DeadLetterBox(BrokerLink link) {
        this.link = link;
    }

    /**
     * Makes the queue unless it exists.
     *
     * @param session session on a broker that was connected just now
     */
    public static void ensure(ClientSession session) throws ActiveMQException {
        if (session.queueQuery(SimpleString.of(Names.DEAD_LETTERS)).isExists()) {
            return;
        }
        try {
            session.createQueue(QueueConfiguration.of(Names.DEAD_LETTERS)
                    .setAddress(Names.DEAD_LETTERS)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(true)
                    .setAutoDelete(false));
        } catch (ActiveMQQueueExistsException e) {
            // Another node was faster.
            return;
        }
    }

    @Override
    public long count() {
        return link.call(session ->
                session.queueQuery(SimpleString.of(Names.DEAD_LETTERS)).getMessageCount());
    }

    @Override
    public List<DeadLetter> list(Optional<String> group, int limit) {
        if (limit < 1 || limit > MAX_LIST) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIST + ", not " + limit);
        }
        var filter = group.map(name -> Letter.GROUP + " = " + quote(name)).orElse(null);
        return link.call(session -> {
            var letters = new ArrayList<DeadLetter>();
            try (var browser = session.createConsumer(Names.DEAD_LETTERS, filter, true)) {
                var next = next(browser);
                while (next != null && letters.size() < limit) {
                    letters.add(Letter.read(next));
                    next = next(browser);
                }
            }
            return letters;
        });
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        return link.call(session -> {
            try (var browser = session.createConsumer(Names.DEAD_LETTERS, Letter.ID + " = " + quote(id), true)) {
                return Optional.ofNullable(next(browser)).map(Letter::read);
            }
        });
    }

    @Override
    public boolean replay(String id) {
        return take(id, (session, letter) -> {
            try (var producer = session.createProducer()) {
                producer.send(Letter.origin(letter), Letter.restore(session, letter));
            }
        });
    }

    @Override
    public boolean discard(String id) {
        return take(id, (session, letter) -> {});
    }

    private boolean take(String id, Use use) {
        return link.transacted(session -> {
            var filter = Letter.ID + " = " + quote(id);
            try (var consumer = session.createConsumer(Names.DEAD_LETTERS, filter)) {
                var letter = next(consumer);
                if (letter == null) {
                    return false;
                }
                use.accept(session, letter);
                letter.acknowledge();
                session.commit();
                return true;
            }
        });
    }

    /**
     * What comes next, null at the end. The broker says "nothing there" also while it waits for the credit to send a large
     * message; so that answer is believed only when it still holds a moment later.
     */
    private static ClientMessage next(ClientConsumer consumer) throws ActiveMQException {
        var next = consumer.receiveImmediate();
        return next != null ? next : consumer.receive(MOMENT_MS);
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private interface Use {
        void accept(ClientSession session, ClientMessage letter) throws ActiveMQException;
    }
}
