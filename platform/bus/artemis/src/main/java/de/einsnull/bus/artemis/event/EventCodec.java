package de.einsnull.bus.artemis.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.einsnull.bus.api.CityEvent;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.bus.artemis.Names;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/**
 * City events as messages: CloudEvents 1.0 in the JSON format (structured mode), on the topic {@code events/<type>} with
 * the dots of the type as slashes. So a plain MQTT 3.1.1 client can read and write them.
 */
final class EventCodec {

    private static final String MEDIA_TYPE = "application/cloudevents+json";

    private final JsonFactory json = new JsonFactory();

    TopicMessage encode(CityEvent event) {
        return TopicMessage.of(
                topic(event.type()),
                write(event).getBytes(StandardCharsets.UTF_8),
                Map.of("content-type", MEDIA_TYPE, TopicMessage.DEDUPLICATION_ID, event.source() + " " + event.id()));
    }

    /** Topic filter for a type or a pattern of types. */
    static String topic(String typePattern) {
        return Names.EVENTS + "/" + typePattern.replace('.', '/').replace('*', '+');
    }

    private String write(CityEvent event) {
        var out = new StringWriter(event.data().length() + 300);
        try (var generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeStringField("specversion", "1.0");
            generator.writeStringField("id", event.id());
            generator.writeStringField("source", event.source().toString());
            generator.writeStringField("type", event.type());
            if (!event.subject().isEmpty()) {
                generator.writeStringField("subject", event.subject());
            }
            generator.writeStringField("time", event.time().toString());
            generator.writeStringField("datacontenttype", "application/json");
            generator.writeFieldName("data");
            generator.writeRawValue(event.data().isBlank() ? "null" : event.data());
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to memory", e);
        }
        return out.toString();
    }

    /**
     * Reads an event.
     *
     * @throws IOException if the message is not one; the text says what is wrong
     */
    CityEvent decode(TopicMessage message) throws IOException {
        var text = new String(message.payload(), StandardCharsets.UTF_8);
        var values = new HashMap<String, String>();
        try (var parser = json.createParser(text)) {
            require(parser.nextToken() == JsonToken.START_OBJECT, "an object");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                values.put(name, name.equals("data") ? raw(parser, text) : parser.getValueAsString(""));
                parser.skipChildren();
            }
            require(parser.currentToken() == JsonToken.END_OBJECT, "one object");
        }
        return event(values);
    }

    /** The value's text as it was written, so that numbers keep their digits. */
    private static String raw(JsonParser parser, String text) throws IOException {
        var start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        return text.substring(start, (int) parser.currentLocation().getCharOffset());
    }

    private static CityEvent event(Map<String, String> values) throws IOException {
        for (var name : new String[] {"specversion", "id", "source", "type"}) {
            require(values.containsKey(name), "the attribute " + name);
        }
        var time = values.get("time");
        try {
            return new CityEvent(
                    values.get("id"),
                    URI.create(values.get("source")),
                    values.get("type"),
                    values.getOrDefault("subject", ""),
                    time == null
                            ? Instant.EPOCH
                            : OffsetDateTime.parse(time, DateTimeFormatter.ISO_DATE_TIME)
                                    .toInstant(),
                    values.getOrDefault("data", "null"));
        } catch (RuntimeException e) {
            throw new IOException("Not a usable CloudEvent: " + e.getMessage(), e);
        }
    }

    private static void require(boolean condition, String what) throws IOException {
        if (!condition) {
            throw new IOException("Not a CloudEvent in JSON: " + what + " is missing");
        }
    }
}
