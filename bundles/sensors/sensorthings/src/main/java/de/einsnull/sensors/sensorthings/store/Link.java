package de.einsnull.sensors.sensorthings.store;

/** What a new or changed entity is linked to. */
public sealed interface Link {

    /**
     * An entity that exists.
     *
     * @param id its id
     * @param pointer JSON pointer to where the body names it
     */
    record Existing(long id, String pointer) implements Link {}

    /**
     * An entity that is created with it (deep insert).
     *
     * @param draft the new entity
     */
    record Created(Draft draft) implements Link {}
}
