package de.einsnull.sensors.core.sta;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.core.model.ObservationTypes;
import de.einsnull.sensors.core.model.Properties;
import de.einsnull.sensors.core.model.Units;
import de.einsnull.sensors.sensorthings.evaluate.GeoJson;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.model.TimeValue;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Columns that the values of an entity go to, but for those of observations. */
final class Values {

    private static final String KIND = "(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*";
    private static final String GROUP = "(?s).{0,200}";
    private static final String CHANNEL = "[a-z0-9_]{1,64}";
    private static final double MOST_EAST = 180;
    private static final double MOST_NORTH = 90;

    private final Map<String, Object> columns = new LinkedHashMap<>();

    /** What is set of an entity that is new or exists. */
    static Map<String, Object> of(EntityType type, Map<Property, Object> values) {
        var its = new Values();
        values.forEach((property, value) -> its.set(type, property, value));
        return its.columns;
    }

    private void set(EntityType type, Property property, Object value) {
        if (property.name().equals("phenomenonTime") || property.name().equals("resultTime")) {
            return; // of datastreams, they follow from observations
        }
        if (type == EntityType.HISTORICAL_LOCATION) {
            columns.put("since", ((TimeValue) value).start());
            return;
        }
        if (property.name().equals("observationType") && value == null) {
            columns.put("observation_type", "");
            return;
        }
        columns.put(Columns.plain(type, property, "x").substring(2), text(value));
        switch (property.name()) {
            case "properties" -> properties(type, (JsonNode) value);
            case "location", "feature" -> place(type, (JsonNode) value);
            case "observationType" -> columns.put(
                    "value_type", ObservationTypes.valueType((String) value).name());
            case "unitOfMeasurement" -> columns.put("unit", Units.ucum((JsonNode) value));
            case "metadata" -> columns.put("datasheet", ((JsonNode) value).asText(""));
            default -> {}
        }
    }

    private static String text(Object value) {
        return value instanceof JsonNode json ? Properties.write(json) : (String) value;
    }

    /** What the map and the rights look at stands in columns, too. What is not said stays: nothing opens by itself. */
    private void properties(EntityType type, JsonNode properties) {
        if (properties == null) {
            return;
        }
        if (type == EntityType.THING) {
            text(properties, "kind", KIND, "kind");
            text(properties, "group", GROUP, "group_name");
            flag(properties, "demo", "demo");
        } else if (type == EntityType.DATASTREAM || type == EntityType.MULTI_DATASTREAM) {
            flag(properties, "open", "is_open");
            text(properties, "licence", GROUP, "licence");
            if (text(properties, "channel", CHANNEL, "channel")) {
                columns.put(
                        "name_key",
                        Channel.text((String) columns.get("channel"), "").nameKey());
            }
        }
    }

    private boolean text(JsonNode properties, String member, String pattern, String column) {
        var value = properties.path(member);
        boolean fits = value.isTextual() && value.textValue().matches(pattern);
        if (fits) {
            columns.put(column, value.textValue());
        }
        return fits;
    }

    private void flag(JsonNode properties, String member, String column) {
        if (properties.path(member).isBoolean()) {
            columns.put(column, properties.path(member).booleanValue());
        }
    }

    private void place(EntityType type, JsonNode json) {
        Optional<Geometry> geometry = GeoJson.read(json).filter(g -> !g.isEmpty());
        var box = geometry.map(Geometry::getEnvelopeInternal);
        columns.put(
                "shape",
                geometry.map(g -> g instanceof Point ? "POINT" : "OTHER").orElse("NONE"));
        columns.put("min_lon", real(box.map(b -> b.getMinX())));
        columns.put("max_lon", real(box.map(b -> b.getMaxX())));
        columns.put("min_lat", real(box.map(b -> b.getMinY())));
        columns.put("max_lat", real(box.map(b -> b.getMaxY())));
        if (type == EntityType.LOCATION) {
            var onMap = box.map(b -> b.centre()).filter(c -> Math.abs(c.x) <= MOST_EAST && Math.abs(c.y) <= MOST_NORTH);
            columns.put("longitude", real(onMap.map(c -> c.x)));
            columns.put("latitude", real(onMap.map(c -> c.y)));
        }
    }

    private static Object real(Optional<Double> value) {
        return Sql.Null.or(value.orElse(null), Types.DOUBLE);
    }

    /** Columns that a new entity has even if nothing is said of them. */
    static Map<String, Object> defaults(EntityType type, long id, boolean open) {
        return switch (type) {
            case THING -> Map.of("kind", "other", "group_name", "", "demo", false);
            case SENSOR -> Map.of("datasheet", "");
            case DATASTREAM -> stream(id, open, "OM_Observation");
            case MULTI_DATASTREAM -> stream(
                    id, open, "http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_ComplexObservation");
            default -> Map.of();
        };
    }

    private static Map<String, Object> stream(long id, boolean open, String type) {
        var channel = Channel.text("s" + id, "");
        return Map.of(
                "channel",
                channel.id(),
                "name_key",
                channel.nameKey(),
                "value_type",
                channel.type().name(),
                "unit",
                "",
                "is_open",
                open,
                "licence",
                "",
                "observation_type",
                type);
    }
}
