package de.einsnull.sensors.sensorthings.parse;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.query.PropertyPath;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which variables an expression may use, and what they stand for.
 *
 * @param variables types by name; {@link PropertyPath#SELF} is the entity that is filtered
 * @param manyAllowed whether paths may lead through to-many navigations
 */
record Scope(Map<String, EntityType> variables, boolean manyAllowed) {

    Scope {
        variables = Map.copyOf(variables);
    }

    static Scope filter(EntityType type) {
        return new Scope(Map.of(PropertyPath.SELF, type), true);
    }

    static Scope order(EntityType type) {
        return new Scope(Map.of(PropertyPath.SELF, type), false);
    }

    EntityType self() {
        return variables.get(PropertyPath.SELF);
    }

    Optional<EntityType> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    Scope with(String variable, EntityType type) {
        var more = new HashMap<>(variables);
        more.put(variable, type);
        return new Scope(more, manyAllowed);
    }
}
