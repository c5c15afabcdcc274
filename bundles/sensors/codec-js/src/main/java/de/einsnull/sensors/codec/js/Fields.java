package de.einsnull.sensors.codec.js;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which values become which channels: as {@code channels} says, or, if nobody said anything, each single value of the
 * examples a channel named after it, with the unit 1.
 */
final class Fields {

    private static final int MOST = 64;

    /** Units that the well-known channels have everywhere. */
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry(Channels.FREE_SPACES, "1"),
            Map.entry(Channels.CHARGING_POWER, "kW"),
            Map.entry(Channels.AIR_TEMPERATURE, "Cel"),
            Map.entry(Channels.RELATIVE_HUMIDITY, "%"),
            Map.entry(Channels.AIR_PRESSURE, "hPa"),
            Map.entry(Channels.WIND_SPEED, "m/s"),
            Map.entry(Channels.WIND_DIRECTION, "deg"),
            Map.entry(Channels.RAINFALL, "mm"),
            Map.entry(Channels.SOIL_MOISTURE, "%"),
            Map.entry(Channels.SOIL_TEMPERATURE, "Cel"),
            Map.entry(Channels.SOIL_CONDUCTIVITY, "uS/cm"),
            Map.entry(Channels.VEHICLE_COUNT, "1"),
            Map.entry(Channels.VEHICLE_SPEED, "km/h"),
            Map.entry(Channels.PEOPLE_COUNT, "1"),
            Map.entry(Channels.BATTERY_VOLTAGE, "V"),
            Map.entry(Channels.BATTERY_LEVEL, "%"));

    private Fields() {}

    /**
     * Reads them.
     *
     * @param channels the list {@code channels}, missing if there is none
     * @param examples payloads and answers
     * @throws IllegalArgumentException if there are none, or something about them cannot be
     */
    static List<Field> of(JsonNode channels, List<Example> examples) {
        var fields = channels.isMissingNode() ? automatic(examples) : configured(channels, examples);
        if (fields.isEmpty() || fields.size() > MOST) {
            throw new IllegalArgumentException("it has no channels, or more than " + MOST);
        }
        if (fields.stream().map(field -> field.channel().id()).distinct().count() < fields.size()) {
            throw new IllegalArgumentException("two fields have the same channel");
        }
        return fields;
    }

    private static List<Field> configured(JsonNode channels, List<Example> examples) {
        var fields = new ArrayList<Field>();
        for (JsonNode line : channels) {
            var path = line.path("field").asText();
            if (path.isEmpty()) {
                throw new IllegalArgumentException("a channel has no field");
            }
            var id = line.path("channel").asText(id(path));
            var unit = line.path("unit").asText("");
            var type = line.path("type").asText(unit.isEmpty() ? type(path, examples) : "number");
            var property = line.path("property").asText(Channels.observedProperty(id));
            var channel = channel(id, type, unit.isEmpty() ? UNITS.getOrDefault(id, "1") : unit, property);
            var usual = UNITS.get(id);
            if (usual != null && !usual.equals(channel.unit())) {
                throw new IllegalArgumentException("channel " + id + " has the unit " + usual
                        + " on every device: convert with factor, or give the channel another name");
            }
            fields.add(new Field(path, channel, line.path("factor").asDouble(1)));
        }
        return fields;
    }

    private static String type(String path, List<Example> examples) {
        var field = new Field(path, Channel.text("any", ""), 1);
        return examples.stream()
                .map(example -> field.in(example.expected().data()))
                .filter(JsonNode::isValueNode)
                .findFirst()
                .map(Fields::type)
                .orElse("number");
    }

    private static String type(JsonNode value) {
        return value.isNumber() ? "number" : value.isBoolean() ? "boolean" : "text";
    }

    private static List<Field> automatic(List<Example> examples) {
        var found = new LinkedHashMap<String, String>();
        examples.stream()
                .filter(Example::isValid)
                .forEach(example -> leaves("", example.expected().data(), found));
        var fields = new ArrayList<Field>();
        found.forEach((path, type) -> {
            var id = id(path);
            if (UNITS.containsKey(id)) {
                throw new IllegalArgumentException("the field " + path + " would be the channel " + id
                        + ", which has the unit " + UNITS.get(id) + ": say so under channels");
            }
            fields.add(new Field(path, channel(id, type, "1", Channels.observedProperty(id)), 1));
        });
        return fields;
    }

    private static void leaves(String path, JsonNode node, Map<String, String> found) {
        if (node.isObject()) {
            node.properties()
                    .forEach(one ->
                            leaves(path.isEmpty() ? one.getKey() : path + "." + one.getKey(), one.getValue(), found));
        } else if (node.isValueNode() && !node.isNull()) {
            found.putIfAbsent(path, type(node));
        }
    }

    private static Channel channel(String id, String type, String unit, String property) {
        return switch (type) {
            case "number" -> Channel.number(id, unit, property);
            case "boolean" -> Channel.flag(id, property);
            case "text" -> Channel.text(id, property);
            default -> throw new IllegalArgumentException("type is number, boolean or text, not " + type);
        };
    }

    /** {@code soilMoisture} becomes {@code soil_moisture}. */
    static String id(String path) {
        return path.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("^_|_$", "")
                .toLowerCase(Locale.ROOT);
    }
}
