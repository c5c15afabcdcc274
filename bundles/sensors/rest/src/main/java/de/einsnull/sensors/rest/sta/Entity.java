package de.einsnull.sensors.rest.sta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An entity with the ways that lead on from it.
 *
 * @param set its entity set
 * @param id its id, a number or a text
 * @param properties its properties, without anything of {@code @iot}
 * @param one navigations to one entity
 * @param many navigations to several
 */
record Entity(
        String set,
        Object id,
        ObjectNode properties,
        Map<String, Supplier<Entity>> one,
        Map<String, Supplier<EntitySet>> many) {

    /** The id as it stands in an address. */
    String key() {
        return id instanceof String text ? "'" + text + "'" : id.toString();
    }
}
