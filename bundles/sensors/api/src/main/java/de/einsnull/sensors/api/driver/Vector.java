package de.einsnull.sensors.api.driver;

import de.einsnull.sensors.api.Value;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A payload and what it means: a test that a codec carries along.
 *
 * @param source where the example was published
 * @param port application port
 * @param hex the payload in hexadecimal digits, blanks allowed
 * @param valid false if the codec must refuse the payload
 * @param expected value of each channel that must come out; channels not named here may come out as well
 */
public record Vector(String source, int port, String hex, boolean valid, Map<String, Value> expected) {

    /** Numbers must agree within this. */
    public static final double TOLERANCE = 1e-6;

    /** Copies the map. */
    public Vector {
        expected = Map.copyOf(expected);
    }

    /**
     * A payload that can be decoded.
     *
     * @param source where it was published
     * @param port application port
     * @param hex the payload
     * @return a vector that expects nothing yet
     */
    public static Vector decodes(String source, int port, String hex) {
        return new Vector(source, port, hex, true, Map.of());
    }

    /**
     * A payload that must be refused with {@link UndecodableFrameException}.
     *
     * @param source why
     * @param port application port
     * @param hex the payload
     * @return the vector
     */
    public static Vector refused(String source, int port, String hex) {
        return new Vector(source, port, hex, false, Map.of());
    }

    /**
     * Also expects a number.
     *
     * @param channel id of the channel
     * @param number in the unit of the channel
     * @return a new vector
     */
    public Vector expect(String channel, double number) {
        return expect(channel, Value.of(number));
    }

    /**
     * Also expects a value.
     *
     * @param channel id of the channel
     * @param value the value
     * @return a new vector
     */
    public Vector expect(String channel, Value value) {
        var more = new LinkedHashMap<>(expected);
        more.put(channel, value);
        return new Vector(source, port, hex, valid, more);
    }

    /**
     * Tries a codec.
     *
     * @param codec the codec
     * @return what went wrong, in English; empty if all is as expected
     */
    public Optional<String> check(PayloadCodec codec) {
        var bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
        try {
            var readings = codec.decode(new Frame("vector", port, 0, bytes, Instant.EPOCH));
            return valid ? compare(readings) : Optional.of(source + ": should have been refused, gave " + readings);
        } catch (UndecodableFrameException e) {
            return valid ? Optional.of(source + ": was refused: " + e.getMessage()) : Optional.empty();
        }
    }

    private Optional<String> compare(List<Reading> readings) {
        return expected.entrySet().stream()
                .filter(wanted -> readings.stream()
                        .noneMatch(r -> r.channel().equals(wanted.getKey()) && same(r.value(), wanted.getValue())))
                .findFirst()
                .map(wanted -> source + ": expected " + wanted + ", got " + readings);
    }

    private static boolean same(Value actual, Value wanted) {
        return (actual instanceof Value.Quantity a && wanted instanceof Value.Quantity w)
                ? Math.abs(a.number() - w.number()) <= TOLERANCE
                : actual.equals(wanted);
    }
}
