package de.einsnull.sensors.codec.js;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A payload and what a program must make of it.
 *
 * @param description what it shows
 * @param port application port
 * @param bytes the payload, not to be changed
 * @param receivedAt when it came, if that matters
 * @param expected what must come out
 */
record Example(String description, int port, byte[] bytes, Optional<Instant> receivedAt, Output expected) {

    private static final double TOLERANCE = 1e-6;
    private static final int LONGEST_PAYLOAD = 512;

    /**
     * Reads an entry of the list {@code examples}.
     *
     * @throws IllegalArgumentException if it has no bytes or says not what comes out
     */
    static Example of(JsonNode entry) {
        var input = entry.path("input");
        var output = entry.path("output");
        if (!output.isObject()) {
            throw new IllegalArgumentException("an example has no output");
        }
        return new Example(
                entry.path("description").asText("example"),
                input.path("fPort").asInt(1),
                bytes(input.path("bytes")),
                time(input.path("recvTime").asText("")),
                new Output(output.path("data"), texts(output.path("warnings")), texts(output.path("errors"))));
    }

    private static byte[] bytes(JsonNode given) {
        if (given.isTextual()) {
            return HexFormat.of().parseHex(given.textValue().replace(" ", ""));
        }
        if (!given.isArray() || given.size() > LONGEST_PAYLOAD) {
            throw new IllegalArgumentException("an example has no bytes, or more than " + LONGEST_PAYLOAD);
        }
        var bytes = new byte[given.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) given.get(i).asInt();
        }
        return bytes;
    }

    private static Optional<Instant> time(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("an example has a recvTime that is no time in ISO 8601: " + text, e);
        }
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    boolean isValid() {
        return expected.errors().isEmpty();
    }

    /** What is wrong with an answer, empty if it is as it should be. Warnings count only where the example names some. */
    Optional<String> mistake(Output actual) {
        boolean same = actual.errors().equals(expected.errors())
                && (expected.warnings().isEmpty() || actual.warnings().equals(expected.warnings()))
                && (!isValid() || same(expected.data(), actual.data()));
        return same
                ? Optional.empty()
                : Optional.of("'" + description + "' should give " + shown(expected) + ", gives " + shown(actual));
    }

    private static String shown(Output output) {
        var text = output.errors().isEmpty() ? output.data().toString() : "the errors " + output.errors();
        return output.warnings().isEmpty() ? text : text + " with the warnings " + output.warnings();
    }

    /** Numbers within a tolerance, everything else exactly. */
    private static boolean same(JsonNode wanted, JsonNode actual) {
        if (wanted.isNumber() && actual.isNumber()) {
            return Math.abs(wanted.doubleValue() - actual.doubleValue()) <= TOLERANCE;
        }
        if (wanted.isEmpty() && actual.isEmpty() && !wanted.isValueNode() && !actual.isValueNode()) {
            return true;
        }
        if (wanted.size() != actual.size() || wanted.isArray() != actual.isArray()) {
            return false;
        }
        if (wanted.isObject()) {
            return wanted.properties().stream()
                    .allMatch(one -> actual.has(one.getKey()) && same(one.getValue(), actual.get(one.getKey())));
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!same(wanted.get(i), actual.get(i))) {
                return false;
            }
        }
        return wanted.isArray() || wanted.equals(actual);
    }
}
