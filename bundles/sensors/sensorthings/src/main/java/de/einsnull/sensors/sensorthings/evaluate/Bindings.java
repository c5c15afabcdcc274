package de.einsnull.sensors.sensorthings.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.query.JsonStep;
import de.einsnull.sensors.sensorthings.query.PropertyPath;
import de.einsnull.sensors.sensorthings.query.ValueType;
import de.einsnull.sensors.sensorthings.store.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which entity each variable, and each way through a to-many navigation, stands for at the moment.
 *
 * @param variables entities by variable
 * @param chosen entity for each way that ends with a to-many navigation; null where there is none
 */
record Bindings(Map<String, Entity> variables, Map<Way, Entity> chosen) {

    /**
     * A way to related entities.
     *
     * @param from variable it starts from
     * @param navigations the navigations
     */
    record Way(String from, List<Navigation> navigations) {}

    static Bindings of(Entity entity) {
        return new Bindings(Map.of(PropertyPath.SELF, entity), Map.of());
    }

    Bindings with(String variable, Entity entity) {
        var more = new HashMap<>(variables);
        more.put(variable, entity);
        return new Bindings(more, Map.of());
    }

    Bindings choose(Way way, Entity entity) {
        var more = new HashMap<>(chosen);
        more.put(way, entity);
        return new Bindings(variables, more);
    }

    /** The entity at the end of a way, null if there is none. */
    Entity at(Way way) {
        var entity = variables.get(way.from());
        for (int i = 0; i < way.navigations().size() && entity != null; i++) {
            var navigation = way.navigations().get(i);
            entity = navigation.many()
                    ? chosen.get(new Way(way.from(), way.navigations().subList(0, i + 1)))
                    : related(entity, navigation).stream().findFirst().orElse(null);
        }
        return entity;
    }

    /** What was read along with an entity. */
    static List<Entity> related(Entity entity, Navigation navigation) {
        var page = entity.expanded().get(navigation);
        if (page == null && !entity.absent().contains(navigation)) {
            throw new IllegalArgumentException(navigation + " was not read along");
        }
        return page == null ? List.of() : page.entities();
    }

    /** The value of a property; null if there is none. */
    Object value(PropertyPath path) {
        var entity = at(new Way(path.from(), path.navigations()));
        if (entity == null) {
            return null;
        }
        if (path.property().equals(Property.ID)) {
            return entity.id();
        }
        var value = entity.values().get(path.property());
        if (path.type() == ValueType.GEOMETRY) {
            return value == null ? null : GeoJson.read((JsonNode) value).orElse(null);
        }
        return Values.orNull(value instanceof JsonNode json ? inside(json, path.steps()) : value);
    }

    private static JsonNode inside(JsonNode json, List<JsonStep> steps) {
        var node = json;
        for (var step : steps) {
            node = step instanceof JsonStep.Member member ? node.path(member.name()) : item(node, (JsonStep.Item) step);
        }
        return node;
    }

    private static JsonNode item(JsonNode node, JsonStep.Item step) {
        return node.isArray() ? node.path(step.index()) : MissingNode.getInstance();
    }
}
