package de.einsnull.sensors.sensorthings.json;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.query.JsonStep;
import de.einsnull.sensors.sensorthings.query.ResourcePath;
import de.einsnull.sensors.sensorthings.store.Entity;
import java.util.Optional;

/** One property of an entity, or a part of its JSON. */
public final class PartWriter {

    private PartWriter() {}

    /**
     * The value that a path leads to.
     *
     * @param entity the entity
     * @param part the way into it
     * @param addresses where links lead
     * @return empty if there is none or it is null
     */
    public static Optional<Object> value(Entity entity, ResourcePath.Value part, Addresses addresses) {
        if (part.property().equals(Property.ID)) {
            return Optional.of(entity.id());
        }
        if (part.property().equals(Property.SELF_LINK)) {
            return Optional.of(addresses.entity(entity.type(), entity.id()));
        }
        var value = entity.values().get(part.property());
        if (value instanceof JsonNode json) {
            var inside = json;
            for (var step : part.steps()) {
                inside = Selection.step(inside, step);
            }
            return inside.isMissingNode() || inside.isNull() ? Optional.empty() : Optional.of(inside);
        }
        return Optional.ofNullable(value);
    }

    /**
     * The name under which the value is given.
     *
     * @param part the way to it
     * @return the last name of the way, with the indexes behind it
     */
    public static String name(ResourcePath.Value part) {
        var name = new StringBuilder(part.property().name());
        for (var step : part.steps()) {
            if (step instanceof JsonStep.Member member) {
                name.setLength(0);
                name.append(member.name());
            } else {
                name.append('[').append(((JsonStep.Item) step).index()).append(']');
            }
        }
        return name.toString();
    }
}
