package de.einsnull.sensors.sensorthings.query;

import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.model.Property;
import java.util.List;

/** One item of {@code $select}. */
public sealed interface Selected {

    /**
     * A property, also {@link Property#ID} and {@link Property#SELF_LINK}.
     *
     * @param property the property
     * @param steps way into its JSON of which alone something is wanted; empty for all of it
     */
    record Value(Property property, List<JsonStep> steps) implements Selected {

        /** Copies the list. */
        public Value {
            steps = List.copyOf(steps);
        }
    }

    /**
     * The link to related entities.
     *
     * @param navigation where it leads
     */
    record Link(Navigation navigation) implements Selected {}
}
