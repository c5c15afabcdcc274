package de.einsnull.sensors.sensorthings.store;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.model.Property;
import java.util.Map;
import java.util.Set;

/**
 * An entity as it was read. The maps are not copied: whoever makes it hands them over and changes them no more.
 *
 * @param type its type
 * @param id its id, greater than 0
 * @param values properties that were asked for, of the Java types {@link de.einsnull.sensors.sensorthings.model.Kind}
 *     names; one without a value is missing, except that a result of null is there as JSON null
 * @param absent to-one navigations that lead nowhere, such as the MultiDatastream of an observation of a Datastream
 * @param expanded related entities that were asked for; behind a to-one navigation one or none
 */
public record Entity(
        EntityType type,
        long id,
        Map<Property, Object> values,
        Set<Navigation> absent,
        Map<Navigation, Page> expanded) {}
