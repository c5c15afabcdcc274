package de.einsnull.sensors.codec.js;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A program without a script: what stands where in the payload. A part holds for one port and one length:
 *
 * <pre>
 * layout:
 *   - port: 2
 *     length: 5
 *     values:
 *       - {name: temperature, at: 0, type: int16, factor: 0.01}
 *       - {name: open, at: 4, bit: 7}
 * </pre>
 */
final class Layout implements Program {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_BYTES = 512;

    /** Where one value stands; bits count from the lowest, {@code bit} is -1 for whole numbers. */
    private record Part(
            String name, int at, Kind kind, boolean little, int bit, BigDecimal factor, BigDecimal offset) {}

    private record Message(int port, int length, List<Part> parts) {}

    private enum Kind {
        UINT8(1),
        INT8(1),
        UINT16(2),
        INT16(2),
        UINT24(3),
        UINT32(4),
        INT32(4),
        FLOAT32(4);

        private final int bytes;

        Kind(int bytes) {
            this.bytes = bytes;
        }
    }

    private final List<Message> messages = new ArrayList<>();

    /**
     * Reads the list {@code layout}.
     *
     * @throws IllegalArgumentException if it cannot be understood
     */
    Layout(JsonNode layout) {
        for (JsonNode message : layout) {
            var parts = new ArrayList<Part>();
            int length = message.path("length").asInt(-1);
            message.path("values").forEach(value -> parts.add(part(value, length)));
            if (parts.isEmpty() || length < 1) {
                throw new IllegalArgumentException("a part of the layout has no length or no values");
            }
            messages.add(new Message(message.path("port").asInt(-1), length, List.copyOf(parts)));
        }
    }

    private static Part part(JsonNode value, int length) {
        var name = value.path("name").asText();
        int bit = value.path("bit").asInt(-1);
        var kind = kind(name, value.path("type").asText("uint8"));
        int at = value.path("at").asInt(-1);
        if (name.isEmpty() || at < 0 || at + kind.bytes > Math.min(length, MOST_BYTES) || bit > 7) {
            throw new IllegalArgumentException("the value '" + name + "' stands outside of the payload");
        }
        boolean little = value.path("order").asText("big").equals("little");
        return new Part(name, at, kind, little, bit, decimal(value, "factor", "1"), decimal(value, "offset", "0"));
    }

    private static Kind kind(String name, String type) {
        try {
            return Kind.valueOf(type.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the value '" + name + "' has the unknown type " + type, e);
        }
    }

    private static BigDecimal decimal(JsonNode value, String name, String usual) {
        return new BigDecimal(value.path(name).asText(usual));
    }

    @Override
    public Output run(int port, byte[] bytes, Instant receivedAt) {
        var data = MAPPER.createObjectNode();
        var ofPort = messages.stream()
                .filter(message -> message.port() < 0 || message.port() == port)
                .toList();
        var fitting = ofPort.stream()
                .filter(message -> message.length() == bytes.length)
                .findFirst();
        if (fitting.isEmpty() && !ofPort.isEmpty()) {
            return new Output(
                    data, List.of(), List.of("no message of port " + port + " has " + bytes.length + " bytes"));
        }
        fitting.ifPresent(message -> message.parts().forEach(part -> put(data, part, bytes)));
        return new Output(data, List.of(), List.of());
    }

    private static void put(ObjectNode data, Part part, byte[] bytes) {
        if (part.bit() >= 0) {
            data.put(part.name(), (bytes[part.at()] >> part.bit() & 1) == 1);
            return;
        }
        var buffer = ByteBuffer.wrap(bytes, part.at(), part.kind().bytes)
                .slice()
                .order(part.little() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        double raw = number(part, buffer);
        if (Double.isFinite(raw)) {
            data.put(
                    part.name(),
                    BigDecimal.valueOf(raw)
                            .multiply(part.factor())
                            .add(part.offset())
                            .doubleValue());
        }
    }

    private static double number(Part part, ByteBuffer buffer) {
        return switch (part.kind()) {
            case UINT8 -> Byte.toUnsignedInt(buffer.get());
            case INT8 -> buffer.get();
            case UINT16 -> Short.toUnsignedInt(buffer.getShort());
            case INT16 -> buffer.getShort();
            case UINT24 -> part.little()
                    ? Short.toUnsignedInt(buffer.getShort()) + (Byte.toUnsignedInt(buffer.get(2)) << 16)
                    : (Short.toUnsignedInt(buffer.getShort()) << 8) + Byte.toUnsignedInt(buffer.get(2));
            case UINT32 -> Integer.toUnsignedLong(buffer.getInt());
            case INT32 -> buffer.getInt();
            case FLOAT32 -> buffer.getFloat();
        };
    }
}
