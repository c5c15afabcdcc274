package de.einsnull.sensors.sensorthings.store;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Property;
import java.util.Set;

/**
 * What was done to an entity, and is committed.
 *
 * @param type its type
 * @param id its id
 * @param what what was done
 * @param properties which properties have other values now; empty if it is new or only its links changed
 */
public record EntityChange(EntityType type, long id, What what, Set<Property> properties) {

    /** What was done. */
    public enum What {
        /** It is new. */
        CREATED,
        /** Somebody changed it. */
        CHANGED,
        /**
         * The store keeps values up to date by itself: times and area of a series follow its observations. The type is
         * DATASTREAM then, also if the series is a MultiDatastream, whose ids differ from those of all Datastreams.
         */
        FOLLOWED
    }

    /** Copies the set. */
    public EntityChange {
        properties = Set.copyOf(properties);
    }

    /**
     * A new entity.
     *
     * @param type its type
     * @param id its id
     * @return the change
     */
    public static EntityChange created(EntityType type, long id) {
        return new EntityChange(type, id, What.CREATED, Set.of());
    }
}
