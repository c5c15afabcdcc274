package de.einsnull.sensors.api.driver;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * A message as it came.
 *
 * @param topic MQTT topic name
 * @param payload content, not to be changed; at most {@value Limits#MESSAGE_BYTES} bytes
 * @param attributes text attributes that travelled along
 * @param receivedAt when the broker took it (UTC)
 */
public record RawMessage(String topic, byte[] payload, Map<String, String> attributes, Instant receivedAt) {

    /** Copies the attributes. */
    public RawMessage {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(receivedAt, "receivedAt");
        attributes = Map.copyOf(attributes);
    }
}
