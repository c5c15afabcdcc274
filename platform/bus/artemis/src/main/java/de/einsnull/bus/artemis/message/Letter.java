package de.einsnull.bus.artemis.message;

import de.einsnull.bus.api.DeadLetter;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.bus.artemis.Names;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/** Dead letters in Artemis' form: the message as it was, with properties that say what happened. */
public final class Letter {

    /** Property that identifies a letter. */
    public static final String ID = "_einsnull_letter";

    /** Property with the group. */
    public static final String GROUP = "_einsnull_group";

    private static final String QUEUE = "_einsnull_queue";
    private static final String TOPIC = "_einsnull_topic";
    private static final String CAUSE = "_einsnull_cause";
    private static final String DETAIL = "_einsnull_detail";
    private static final String AT = "_einsnull_at";
    private static final String ATTEMPTS = "_einsnull_attempts";
    private static final int MAX_DETAIL = 4_000;

    private Letter() {}

    /**
     * Why a message is put aside.
     *
     * @param group group that could not handle it
     * @param queue queue it came from
     * @param cause stable code
     * @param detail for the operator
     * @param attempts how often it was tried
     */
    public record Reason(String group, String queue, String cause, String detail, int attempts) {}

    /**
     * Makes a letter of a message.
     *
     * @param session session it will be sent in
     * @param original message that could not be handled
     * @param message the same as its group saw it
     * @param reason why
     * @param at when
     */
    public static ClientMessage write(
            ClientSession session, ClientMessage original, TopicMessage message, Reason reason, Instant at) {
        var letter = copy(session, original, message.payload());
        letter.setRoutingType(RoutingType.ANYCAST);
        letter.putStringProperty(ID, UUID.randomUUID().toString());
        letter.putStringProperty(GROUP, reason.group());
        letter.putStringProperty(QUEUE, reason.queue());
        letter.putStringProperty(TOPIC, message.topic());
        letter.putStringProperty(CAUSE, reason.cause());
        letter.putStringProperty(DETAIL, shorten(Objects.toString(reason.detail(), "")));
        letter.putLongProperty(AT, at.toEpochMilli());
        letter.putIntProperty(ATTEMPTS, reason.attempts());
        return letter;
    }

    /**
     * Makes of a letter the message that it was.
     *
     * @param session session it will be sent in
     * @param letter letter
     */
    public static ClientMessage restore(ClientSession session, ClientMessage letter) {
        var message = copy(session, letter, MessageCodec.payload(letter));
        message.setRoutingType(RoutingType.MULTICAST);
        for (var property : new String[] {ID, GROUP, QUEUE, TOPIC, CAUSE, DETAIL, AT, ATTEMPTS}) {
            message.removeProperty(property);
        }
        return message;
    }

    /** The body of the original may have been read, or be gone if it was very large; so it is given. */
    private static ClientMessage copy(ClientSession session, ClientMessage original, byte[] payload) {
        var copy = session.createMessage(Message.BYTES_TYPE, true, 0, original.getTimestamp(), original.getPriority());
        for (var property : original.getPropertyNames()) {
            if (!property.toString().startsWith("_AMQ_")) {
                copy.putObjectProperty(property, original.getObjectProperty(property));
            }
        }
        copy.getBodyBuffer().writeBytes(payload);
        return copy;
    }

    /**
     * Reads a letter.
     *
     * @param letter message in the dead-letter queue
     */
    public static DeadLetter read(ClientMessage letter) {
        var attempts = letter.containsProperty(ATTEMPTS) ? letter.getIntProperty(ATTEMPTS) : 1;
        var at = Instant.ofEpochMilli(letter.containsProperty(AT) ? letter.getLongProperty(AT) : letter.getTimestamp());
        return new DeadLetter(
                text(letter, ID),
                text(letter, GROUP),
                text(letter, CAUSE),
                text(letter, DETAIL),
                at,
                MessageCodec.decode(letter, topic(letter), attempts, at));
    }

    /**
     * Where a letter goes when it is replayed: to the queue it came from, and to no other that its topic leads to.
     *
     * @param letter letter
     */
    public static String origin(ClientMessage letter) {
        return topic(letter) + "::" + text(letter, QUEUE);
    }

    /**
     * Topic that a message was published on. A letter or a message that was moved has the address of a queue and carries
     * its topic. Only the platform can send to those addresses, so nobody else can make up a topic.
     *
     * @param message message
     */
    public static String topic(ClientMessage message) {
        var address = Objects.requireNonNullElse(message.getAddress(), "");
        var queue = address.indexOf("::");
        if (queue > 0) {
            return address.substring(0, queue);
        }
        if (!isQueueAddress(address)) {
            return address;
        }
        if (message.containsProperty(TOPIC)) {
            return text(message, TOPIC);
        }
        return message.containsProperty(Message.HDR_ORIGINAL_ADDRESS)
                ? text(message, Message.HDR_ORIGINAL_ADDRESS.toString())
                : "unknown";
    }

    private static boolean isQueueAddress(String address) {
        return address.isEmpty()
                || address.equals(Names.DEAD_LETTERS)
                || address.indexOf('#') >= 0
                || address.indexOf('+') >= 0;
    }

    private static String text(ClientMessage message, String property) {
        return Objects.toString(message.getObjectProperty(property), "");
    }

    private static String shorten(String text) {
        return text.length() <= MAX_DETAIL ? text : text.substring(0, MAX_DETAIL) + "…";
    }
}
