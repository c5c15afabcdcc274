package de.einsnull.sensors.sensorthings.store;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.model.Property;
import java.util.List;
import java.util.Map;

/**
 * What a new entity is to be, or what is to change in one. Checked as far as can be without the store: kinds of values,
 * mandatory properties of new entities, and that their mandatory links are there (unless the path to create at, or the
 * entity around them in a deep insert, gives one).
 *
 * @param type type of the entity
 * @param values properties to set, of the Java types {@link de.einsnull.sensors.sensorthings.model.Kind} names; a Java
 *     null takes away an optional one; a result of null is JSON null
 * @param links navigations to set; in a change they replace a to-one link and all links of a many-to-many navigation, and
 *     add to a one-to-many one; in a change all are {@link Link.Existing}
 * @param pointer JSON pointer to the entity in the body
 */
public record Draft(EntityType type, Map<Property, Object> values, Map<Navigation, List<Link>> links, String pointer) {}
