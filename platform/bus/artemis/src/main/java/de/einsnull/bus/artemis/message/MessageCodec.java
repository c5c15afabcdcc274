package de.einsnull.bus.artemis.message;

import de.einsnull.bus.api.TopicMessage;
import de.einsnull.bus.api.TopicSpace;
import de.einsnull.bus.artemis.Names;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/**
 * Our messages in Artemis' form and back. Attributes travel as the user properties of MQTT 5, in the form in which
 * Artemis' MQTT reads and writes them, so they pass the MQTT door in both directions.
 */
public final class MessageCodec {

    private static final String CONTENT_TYPE = "content-type";
    private static final String MQTT_CONTENT_TYPE = "mqtt.content.type";
    private static final String AMQP_CONTENT_TYPE = "JMS_AMQP_ContentType";
    private static final String USER_PROPERTIES = "mqtt.user.property.exists";
    private static final String USER_PROPERTY = "mqtt.ordered.user.property.";
    /** What the broker says, and no client can. */
    private static final String OURS = "einsnull-";

    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    /** Names that Artemis or its protocols use for themselves. */
    private static final Pattern INTERNAL = Pattern.compile("(_|mqtt\\.|JMS|NATIVE_).*");

    private MessageCodec() {}

    /**
     * Makes a message to send.
     *
     * @param session session it will be sent in
     * @param message what to send
     * @param durable whether it must survive a restart of the broker
     */
    public static ClientMessage encode(ClientSession session, TopicMessage message, boolean durable) {
        var core = session.createMessage(Message.BYTES_TYPE, durable);
        core.setRoutingType(RoutingType.MULTICAST);
        core.getBodyBuffer().writeBytes(message.payload());
        var index = 0;
        for (var attribute : message.attributes().entrySet()) {
            index += putAttribute(core, index, attribute.getKey(), attribute.getValue());
        }
        if (index > 0) {
            core.putIntProperty(USER_PROPERTIES, index);
        }
        return core;
    }

    private static int putAttribute(ClientMessage core, int index, String name, String value) {
        switch (name) {
            case CONTENT_TYPE -> core.putStringProperty(MQTT_CONTENT_TYPE, value);
            case TopicSpace.AUDIENCE -> core.putStringProperty(Names.AUDIENCE, value);
            case TopicMessage.DEDUPLICATION_ID -> core.putStringProperty(
                    Message.HDR_DUPLICATE_DETECTION_ID, SimpleString.of(value));
            default -> {
                core.putStringProperty(USER_PROPERTY + index + "." + name, value);
                return 1;
            }
        }
        return 0;
    }

    /**
     * Reads a message.
     *
     * @param core message that was received
     * @param topic topic it was published on
     * @param attempt how often it has been given to the group, this time included
     * @param now taken for the time of arrival when the message has none, as from some AMQP clients
     */
    public static TopicMessage decode(ClientMessage core, String topic, int attempt, Instant now) {
        var time = core.getTimestamp();
        return new TopicMessage(
                topic, payload(core), attributes(core), time > 0 ? Instant.ofEpochMilli(time) : now, attempt);
    }

    static byte[] payload(ClientMessage core) {
        if (core.getType() == Message.TEXT_TYPE) {
            var text = core.getBodyBuffer().readNullableSimpleString();
            return text == null ? new byte[0] : text.toString().getBytes(StandardCharsets.UTF_8);
        }
        var bytes = new byte[core.getBodySize()];
        core.getBodyBuffer().readBytes(bytes);
        return bytes;
    }

    private static Map<String, String> attributes(ClientMessage core) {
        var attributes = new HashMap<String, String>();
        for (var property : core.getPropertyNames()) {
            var name = attributeName(property.toString());
            if (ATTRIBUTE.matcher(name).matches()) {
                attributes.putIfAbsent(name, Objects.toString(core.getObjectProperty(property), ""));
            }
        }
        return attributes;
    }

    /** Name of the attribute that a property holds, or empty if it holds none. */
    private static String attributeName(String property) {
        if (property.equals(MQTT_CONTENT_TYPE) || property.equals(AMQP_CONTENT_TYPE)) {
            return CONTENT_TYPE;
        }
        if (property.startsWith(USER_PROPERTY)) {
            var name = property.substring(property.indexOf('.', USER_PROPERTY.length()) + 1);
            return name.startsWith(OURS) ? "" : name;
        }
        return INTERNAL.matcher(property).matches() ? "" : property;
    }
}
