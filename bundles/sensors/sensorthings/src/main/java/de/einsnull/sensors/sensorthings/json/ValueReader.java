package de.einsnull.sensors.sensorthings.json;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.sensorthings.model.Kind;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.model.TimeValue;
import de.einsnull.sensors.sensorthings.parse.Temporals;
import java.util.function.Predicate;

/** Reads values of properties. */
final class ValueReader {

    private ValueReader() {}

    /** The value; a Java null for null, except where any JSON is allowed and something has to be there. */
    static Object read(Property property, JsonNode json, String pointer) {
        if (json.isNull()) {
            return ofNull(property, json, pointer);
        }
        return switch (property.kind()) {
            case TEXT -> text(json, pointer);
            case INSTANT -> time(json, pointer, t -> !t.interval(), "ein Zeitpunkt", "an instant");
            case INTERVAL -> time(
                    json, pointer, TimeValue::interval, "ein Zeitraum Anfang/Ende", "an interval start/end");
            case TIME -> time(
                    json, pointer, t -> true, "ein Zeitpunkt oder Zeitraum", "an instant or an interval start/end");
            case OBJECT -> shaped(json, JsonNode::isObject, pointer, "ein Objekt {...}", "an object {...}");
            case LIST -> shaped(json, JsonNode::isArray, pointer, "eine Liste [...]", "a list [...]");
            case ID, GEOMETRY, ANY -> json;
        };
    }

    private static Object ofNull(Property property, JsonNode json, String pointer) {
        if (!property.mandatory()) {
            return null;
        }
        if (property.kind() == Kind.ANY && property.name().equals("result")) {
            return json;
        }
        throw new BodyException(pointer, "hier muss ein Wert stehen, nicht null", "a value is needed here, not null");
    }

    private static String text(JsonNode json, String pointer) {
        if (!json.isTextual()) {
            throw expected(pointer, "ein Text", "a text");
        }
        return json.textValue();
    }

    private static TimeValue time(
            JsonNode json, String pointer, Predicate<TimeValue> fits, String german, String english) {
        return Temporals.parse(json.isTextual() ? json.textValue() : "")
                .filter(fits)
                .orElseThrow(() -> expected(pointer, german + " nach ISO 8601", english + " in ISO 8601"));
    }

    private static JsonNode shaped(
            JsonNode json, Predicate<JsonNode> shape, String pointer, String german, String english) {
        if (!shape.test(json)) {
            throw expected(pointer, german, english);
        }
        return json;
    }

    static BodyException expected(String pointer, String german, String english) {
        return new BodyException(pointer, "erwartet wird " + german, "expected " + english);
    }
}
