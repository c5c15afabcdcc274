package de.einsnull.sensors.sensorthings.query;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The part of a resource path that names entities: {@code Things(1)/Datastreams(2)/Observations}. Each step but the last
 * is one entity: it has an id or is reached by a to-one navigation.
 *
 * @param steps at least one; the first has no navigation
 */
public record EntityPath(List<Step> steps) {

    /**
     * One step.
     *
     * @param via how it is reached from the one before; empty for the first
     * @param type type of what is reached
     * @param id which entity of the set; empty for the whole set or behind a to-one navigation
     */
    public record Step(Optional<Navigation> via, EntityType type, OptionalLong id) {

        /**
         * Whether the step is one entity.
         *
         * @return false for a set
         */
        public boolean single() {
            return id.isPresent() || via.filter(n -> !n.many()).isPresent();
        }
    }

    /** Copies the list. */
    public EntityPath {
        steps = List.copyOf(steps);
    }

    /**
     * The set of all entities of a type.
     *
     * @param type the type
     * @return for example {@code Things}
     */
    public static EntityPath of(EntityType type) {
        return new EntityPath(List.of(new Step(Optional.empty(), type, OptionalLong.empty())));
    }

    /**
     * One entity.
     *
     * @param type its type
     * @param id its id
     * @return for example {@code Things(1)}
     */
    public static EntityPath of(EntityType type, long id) {
        return new EntityPath(List.of(new Step(Optional.empty(), type, OptionalLong.of(id))));
    }

    /**
     * Goes one step on.
     *
     * @param navigation of the type that is reached so far
     * @param id which one, empty for all or the only one
     * @return the longer path
     */
    public EntityPath then(Navigation navigation, OptionalLong id) {
        var longer = new ArrayList<>(steps);
        longer.add(new Step(Optional.of(navigation), navigation.target(), id));
        return new EntityPath(longer);
    }

    /**
     * The last step.
     *
     * @return what is asked for
     */
    public Step last() {
        return steps.get(steps.size() - 1);
    }

    /**
     * The type of what is asked for.
     *
     * @return type of the last step
     */
    public EntityType type() {
        return last().type();
    }

    /**
     * Whether one entity is asked for.
     *
     * @return false for a set
     */
    public boolean single() {
        return last().single();
    }

    /**
     * The path without its last step.
     *
     * @return empty if there is one step only
     */
    public Optional<EntityPath> parent() {
        return steps.size() == 1 ? Optional.empty() : Optional.of(new EntityPath(steps.subList(0, steps.size() - 1)));
    }
}
