package de.einsnull.sensors.sensorthings.query;

import de.einsnull.sensors.sensorthings.model.Navigation;
import java.util.List;

/**
 * Whether one of the related entities fulfils a condition: {@code Datastreams/any(d: d/name eq 'x')}. Never null.
 *
 * @param from variable it starts from, {@link PropertyPath#SELF} for the entity that is filtered
 * @param navigations way to the related entities, at least one
 * @param variable name of one of them in the condition, not empty
 * @param condition BOOLEAN or ANY; its paths start from the variable, from those of an outer Any, or from the entity
 * @param position where it starts
 */
public record Any(String from, List<Navigation> navigations, String variable, Expression condition, int position)
        implements Expression {

    /** Copies the list. */
    public Any {
        navigations = List.copyOf(navigations);
    }

    @Override
    public ValueType type() {
        return ValueType.BOOLEAN;
    }
}
