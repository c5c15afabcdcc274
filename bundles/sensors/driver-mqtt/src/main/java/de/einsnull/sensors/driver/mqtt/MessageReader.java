package de.einsnull.sensors.driver.mqtt;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.ValueType;
import de.einsnull.sensors.api.driver.RawMessage;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Makes a report of a JSON message. A value of the wrong type is passed on as it is: the host refuses it by its cause. */
final class MessageReader {

    private static final String TOPIC = "topic:";
    private static final double MILLIS_FROM = 1e11;

    private final ObjectMapper json = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private final String device;
    private final List<Mapping> mappings;
    private final JsonPointer time;
    private final JsonPointer sequence;

    MessageReader(String device, List<Mapping> mappings, String time, String sequence) {
        this.device = device.strip();
        this.mappings = List.copyOf(mappings);
        this.time = JsonPointer.compile(time.strip());
        this.sequence = JsonPointer.compile(sequence.strip());
        if (mappings.isEmpty()) {
            throw new IllegalArgumentException("No channels are configured");
        }
        if (this.device.startsWith(TOPIC)) {
            level();
        } else {
            JsonPointer.compile(this.device);
        }
    }

    Report read(RawMessage message) throws UndecodableFrameException {
        var root = parse(message.payload());
        var at = time.matches() ? message.receivedAt() : time(root.at(time));
        var readings = new ArrayList<Reading>();
        for (Mapping mapping : mappings) {
            var found = root.at(mapping.pointer());
            if (!found.isMissingNode() && !found.isNull()) {
                readings.add(reading(mapping, found, at));
            }
        }
        if (readings.isEmpty()) {
            throw malformed("none of the configured channels is in the message", null);
        }
        try {
            long counter = sequence.matches() ? 0 : root.at(sequence).asLong();
            return new Report(device(message.topic(), root), counter, message.receivedAt(), readings);
        } catch (IllegalArgumentException e) {
            throw malformed("the message names no device: " + e.getMessage(), e);
        }
    }

    private JsonNode parse(byte[] payload) throws UndecodableFrameException {
        try {
            var root = json.readTree(payload);
            if (root == null || root.isMissingNode()) {
                throw malformed("the message is empty", null);
            }
            return root;
        } catch (IOException e) {
            throw malformed("not JSON: " + e.getMessage(), e);
        }
    }

    private static Reading reading(Mapping mapping, JsonNode found, Instant at) {
        var channel = mapping.channel();
        var value = value(found, channel.type());
        return new Reading(channel.id(), value, value.type() == ValueType.NUMBER ? channel.unit() : "", at);
    }

    private static Value value(JsonNode found, ValueType wanted) {
        if (found.isNumber()) {
            boolean bit = wanted == ValueType.BOOLEAN && (found.doubleValue() == 0 || found.doubleValue() == 1);
            return bit ? Value.of(found.doubleValue() == 1) : Value.of(found.doubleValue());
        }
        return found.isBoolean() ? Value.of(found.booleanValue()) : Value.of(found.asText(found.toString()));
    }

    private static Instant time(JsonNode found) throws UndecodableFrameException {
        try {
            if (found.isNumber()) {
                double number = found.doubleValue();
                return Instant.ofEpochMilli((long) (Math.abs(number) >= MILLIS_FROM ? number : number * 1000));
            }
            return OffsetDateTime.parse(found.asText()).toInstant();
        } catch (DateTimeException e) {
            throw malformed("no time at the configured place: '" + found.asText() + "'", e);
        }
    }

    private String device(String topic, JsonNode root) throws UndecodableFrameException {
        if (!device.startsWith(TOPIC)) {
            return root.at(device).asText();
        }
        var levels = topic.split("/", -1);
        int level = level();
        if (level > levels.length) {
            throw malformed("topic '" + topic + "' has no level " + level, null);
        }
        return levels[level - 1];
    }

    private int level() {
        int level = Integer.parseInt(device.substring(TOPIC.length()));
        if (level < 1) {
            throw new IllegalArgumentException("Levels of a topic are counted from 1");
        }
        return level;
    }

    private static UndecodableFrameException malformed(String what, Exception cause) {
        return new UndecodableFrameException(Outcomes.MALFORMED, what, cause);
    }
}
