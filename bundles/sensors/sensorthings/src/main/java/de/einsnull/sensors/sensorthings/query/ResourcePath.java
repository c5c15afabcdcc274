package de.einsnull.sensors.sensorthings.query;

import de.einsnull.sensors.sensorthings.model.Property;
import java.util.List;

/**
 * A resource path (18-088, 9.2).
 *
 * @param entities the entities it names
 * @param part what of them is meant
 */
public record ResourcePath(EntityPath entities, Part part) {

    /** What of the entities is meant. */
    public sealed interface Part {}

    /** The entities themselves. */
    public record Whole() implements Part {}

    /** Their addresses only: {@code .../$ref}. */
    public record References() implements Part {}

    /**
     * One property of one entity.
     *
     * @param property which
     * @param steps way into its JSON, may be empty
     * @param raw whether its bare value is wanted: {@code .../$value}
     */
    public record Value(Property property, List<JsonStep> steps, boolean raw) implements Part {

        /** Copies the list. */
        public Value {
            steps = List.copyOf(steps);
        }
    }
}
