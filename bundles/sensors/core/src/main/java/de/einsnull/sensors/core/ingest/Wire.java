package de.einsnull.sensors.core.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.ValueType;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A report on its way to the store, as JSON: {@code d} device, {@code s} sequence, {@code r} received at, {@code o} the
 * readings, each with {@code c} channel, {@code t} type, {@code u} unit, {@code p} observed property, {@code k} name key,
 * {@code at}, and {@code n}, {@code b} or {@code x} for a number, a truth value or a text. The channel travels along so
 * that a reading can be stored although the codec that made it is gone.
 */
public final class Wire {

    /** Topic below which reports travel; the level below is the driver instance. */
    public static final String TOPIC = "sensors/ingest/";

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Wire() {}

    /** A reading with the channel it belongs to. */
    public record Measured(Reading reading, Channel channel) {}

    /** A report as it was read. */
    public record Parsed(String device, long sequence, Instant receivedAt, List<Measured> readings) {}

    /** Writes a report. */
    public static byte[] write(Report report, List<Measured> readings) {
        var bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("d", report.device());
            json.writeNumberField("s", report.sequence());
            json.writeStringField("r", report.receivedAt().toString());
            json.writeArrayFieldStart("o");
            for (Measured m : readings) {
                write(json, m);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Measured m) throws IOException {
        var channel = m.channel();
        json.writeStartObject();
        json.writeStringField("c", channel.id());
        json.writeStringField("t", channel.type().name());
        json.writeStringField("u", channel.unit());
        json.writeStringField("p", channel.observedProperty());
        json.writeStringField("k", channel.nameKey());
        json.writeStringField("at", m.reading().at().toString());
        var value = m.reading().value();
        if (value instanceof Value.Quantity q) {
            json.writeNumberField("n", q.number());
        } else if (value instanceof Value.Flag f) {
            json.writeBooleanField("b", f.on());
        } else if (value instanceof Value.Text t) {
            json.writeStringField("x", t.text());
        }
        json.writeEndObject();
    }

    /**
     * Reads a report.
     *
     * @throws IOException if it is not one; the message says why
     */
    public static Parsed read(byte[] bytes) throws IOException {
        var root = JSON.readTree(bytes);
        try {
            var readings = new ArrayList<Measured>();
            for (JsonNode one : field(root, "o")) {
                readings.add(measured(one));
            }
            return new Parsed(text(root, "d"), field(root, "s").longValue(), time(root, "r"), List.copyOf(readings));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Measured measured(JsonNode one) throws IOException {
        var type = ValueType.valueOf(text(one, "t"));
        var channel = new Channel(text(one, "c"), type, text(one, "u"), text(one, "p"), text(one, "k"));
        return new Measured(new Reading(channel.id(), value(one, type), channel.unit(), time(one, "at")), channel);
    }

    private static Value value(JsonNode one, ValueType type) throws IOException {
        return switch (type) {
            case NUMBER -> Value.of(number(field(one, "n")));
            case BOOLEAN -> Value.of(field(one, "b").booleanValue());
            case TEXT -> Value.of(text(one, "x"));
        };
    }

    private static double number(JsonNode node) {
        // Not a number of JSON, but what the generator makes of NaN and infinity.
        return node.isTextual() ? Double.parseDouble(node.textValue()) : node.doubleValue();
    }

    private static Instant time(JsonNode node, String name) throws IOException {
        return Instant.parse(text(node, name));
    }

    private static String text(JsonNode node, String name) throws IOException {
        var value = field(node, name);
        if (!value.isTextual()) {
            throw new IOException("'" + name + "' is not a text");
        }
        return value.textValue();
    }

    private static JsonNode field(JsonNode node, String name) throws IOException {
        var value = node == null ? null : node.get(name);
        if (value == null || value.isNull()) {
            throw new IOException("'" + name + "' is missing");
        }
        return value;
    }
}
