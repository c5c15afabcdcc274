package de.einsnull.sensors.sensorthings.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.query.JsonStep;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.query.Selected;
import java.util.List;

/** Takes out of a JSON value what was selected. */
final class Selection {

    private Selection() {}

    /** All of the value, or an object with only the selected members; null if nothing of it is there. */
    static Object of(Query query, Property property, Object value) {
        if (!(value instanceof JsonNode json)) {
            return value;
        }
        var ways = query.select().stream()
                .filter(s -> s instanceof Selected.Value v && v.property().equals(property))
                .map(s -> ((Selected.Value) s).steps())
                .toList();
        if (ways.isEmpty() || ways.stream().anyMatch(List::isEmpty)) {
            return value;
        }
        var parts = JsonNodeFactory.instance.objectNode();
        ways.forEach(way -> add(parts, json, way));
        return parts.isEmpty() ? null : parts;
    }

    private static void add(ObjectNode parts, JsonNode json, List<JsonStep> way) {
        var name = name(way.get(0));
        var inside = step(json, way.get(0));
        if (inside.isMissingNode()) {
            return;
        }
        if (way.size() == 1) {
            parts.set(name, inside);
        } else {
            add(
                    parts.get(name) instanceof ObjectNode there ? there : parts.putObject(name),
                    inside,
                    way.subList(1, way.size()));
        }
    }

    static JsonNode step(JsonNode json, JsonStep step) {
        return step instanceof JsonStep.Member member
                ? json.path(member.name())
                : json.isArray() ? json.path(((JsonStep.Item) step).index()) : json.path("\0");
    }

    private static String name(JsonStep step) {
        return step instanceof JsonStep.Member member ? member.name() : "[" + ((JsonStep.Item) step).index() + "]";
    }
}
