package de.einsnull.sensors.sensorthings.query;

import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.model.Property;
import java.util.List;

/**
 * The value of a property, of the entity itself or of a related one.
 *
 * @param from variable of the {@link Any} it starts from, {@link #SELF} for the entity that is filtered
 * @param navigations way to the entity that has the property, may be empty
 * @param property the property
 * @param steps way into its JSON, may be empty
 * @param type what it yields: {@link ValueType#ANY} for JSON and whatever is inside it, except that a place without steps
 *     is {@link ValueType#GEOMETRY} in a filter
 * @param position where it starts
 */
public record PropertyPath(
        String from,
        List<Navigation> navigations,
        Property property,
        List<JsonStep> steps,
        ValueType type,
        int position)
        implements Expression {

    /** The entity that is filtered. */
    public static final String SELF = "";

    /** Copies the lists. */
    public PropertyPath {
        navigations = List.copyOf(navigations);
        steps = List.copyOf(steps);
    }
}
