package de.einsnull.bus.api;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Bytes on a topic: what devices and gateways send through the MQTT and AMQP doors, and what modules send each other
 * when an event would be too heavy.
 *
 * <p>The payload is not copied: neither the sender nor a receiver may change it.
 *
 * @param topic MQTT topic name, {@code /}-separated, without wildcards
 * @param payload content, may be empty
 * @param attributes text attributes that travel along (for example {@code content-type}); names are letters, digits,
 *     hyphens and underscores
 * @param receivedAt when the broker took the message (UTC); ignored when sending
 * @param attempt 1 for the first delivery to this group, more after failures; ignored when sending
 */
public record TopicMessage(
        String topic, byte[] payload, Map<String, String> attributes, Instant receivedAt, int attempt) {

    /**
     * Attribute that identifies a message on its topic: the broker drops a message whose value it has seen among the last
     * 5,000 of the topic. So a sender may send again when it does not know whether the first time succeeded. Not
     * delivered to receivers, and without effect in an {@link Outlet}.
     */
    public static final String DEDUPLICATION_ID = "deduplication-id";

    /**
     * Copies the attributes.
     *
     * @throws IllegalArgumentException if the topic is empty or has a wildcard
     */
    public TopicMessage {
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(receivedAt, "receivedAt");
        attributes = Map.copyOf(attributes);
        if (topic.isEmpty() || topic.indexOf('#') >= 0 || topic.indexOf('+') >= 0) {
            throw new IllegalArgumentException("Not a topic name: '" + topic + "'");
        }
    }

    /**
     * Makes a message to send.
     *
     * @param topic topic name without wildcards
     * @param payload content
     * @param attributes text attributes
     * @return the message
     */
    public static TopicMessage of(String topic, byte[] payload, Map<String, String> attributes) {
        return new TopicMessage(topic, payload, attributes, Instant.EPOCH, 1);
    }
}
