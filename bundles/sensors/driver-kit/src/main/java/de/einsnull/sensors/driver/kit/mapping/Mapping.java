package de.einsnull.sensors.driver.kit.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a channel stands in a record and how it is read, a line of the settings:
 *
 * <pre>
 * free_spaces = /properties/free, 1, 0..
 * air_temperature = /sensors/[title=Temperature]/last/value @ /sensors/[title=Temperature]/last/createdAt, Cel
 * wind_speed = wind, m/s * 0.27778
 * occupied = /state, boolean OCCUPIED|DEFECT
 * charging_status = /status, text, urn:example:status
 * </pre>
 *
 * @param channel the channel
 * @param place where its value stands
 * @param time where the time of this value stands, the whole record if it has none of its own
 * @param factor numbers are multiplied by it
 * @param words texts that mean true, in lower case; empty for the usual ones
 * @param least numbers below are no measurements
 * @param most numbers above are no measurements
 */
public record Mapping(
        Channel channel, Place place, Place time, double factor, List<String> words, double least, double most) {

    private static final List<String> TRUE = List.of("true", "1", "yes", "ja", "j");
    private static final List<String> FALSE = List.of("false", "0", "no", "nein", "n");

    /** Copies the list. */
    public Mapping {
        words = List.copyOf(words);
    }

    /**
     * Reads a line.
     *
     * @param line as above
     * @return the mapping
     * @throws IllegalArgumentException if it cannot be understood; the message says what is expected
     */
    public static Mapping parse(String line) {
        return MappingLine.parse(line);
    }

    /**
     * Reads the value of a record.
     *
     * @param record any JSON
     * @return the value, empty if there is none; of the wrong type if the record says so: the host refuses it by its cause
     */
    public Optional<Value> value(JsonNode record) {
        JsonNode found = place.in(record);
        if (found.isMissingNode()
                || found.isNull()
                || (found.isTextual() && found.textValue().isBlank())) {
            return Optional.empty();
        }
        return Optional.of(
                switch (channel.type()) {
                    case NUMBER -> number(found);
                    case BOOLEAN -> flag(found);
                    case TEXT -> Value.of(text(found));
                });
    }

    /**
     * Whether a value can have been measured: feeds say -1 for "not known".
     *
     * @param value any
     * @return false for a number out of the range
     */
    public boolean isPlausible(Value value) {
        return !(value instanceof Value.Quantity quantity) || (quantity.number() >= least && quantity.number() <= most);
    }

    private Value number(JsonNode found) {
        if (found.isNumber()) {
            return Value.of(scaled(found.doubleValue()));
        }
        String text = text(found).strip();
        if (text.matches("[-+]?\\d{1,18}([.,]\\d{1,18})?([eE][-+]?\\d{1,3})?")) {
            return Value.of(scaled(Double.parseDouble(text.replace(',', '.'))));
        }
        return Value.of(text);
    }

    /** In decimals, so that 65,534 tenths are 6,553.4 and not 6,553.400000000001. */
    private double scaled(double number) {
        return factor == 1 || !Double.isFinite(number)
                ? number
                : BigDecimal.valueOf(number)
                        .multiply(BigDecimal.valueOf(factor))
                        .doubleValue();
    }

    private Value flag(JsonNode found) {
        if (found.isBoolean()) {
            return Value.of(found.booleanValue());
        }
        String text = text(found).strip().toLowerCase(Locale.ROOT);
        if (!words.isEmpty()) {
            return Value.of(words.contains(text));
        }
        boolean isTrue = TRUE.contains(text);
        return isTrue || FALSE.contains(text) ? Value.of(isTrue) : Value.of(text);
    }

    private static String text(JsonNode found) {
        return found.isContainerNode() ? found.toString() : found.asText();
    }

    /**
     * Unit of a value of this channel.
     *
     * @param value the value
     * @return the channel's unit for numbers, otherwise empty
     */
    public String unit(Value value) {
        return value.type() == ValueType.NUMBER ? channel.unit() : "";
    }

    static Channel channel(String id, String kind, Optional<String> property) {
        String observed = property.orElseGet(() -> Channels.observedProperty(id));
        return switch (kind) {
            case "boolean" -> Channel.flag(id, observed);
            case "text" -> Channel.text(id, observed);
            default -> Channel.number(id, kind, observed);
        };
    }
}
