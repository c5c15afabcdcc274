package de.einsnull.sensors.sensorthings.store;

import de.einsnull.sensors.sensorthings.model.EntityType;

/** Why the store could not do what was asked. */
public sealed interface Failure {

    /**
     * An entity that the path names is not there, not linked to the one before it, or not to be seen.
     *
     * @param type its type
     */
    record Missing(EntityType type) implements Failure {}

    /**
     * The body breaks a rule that only the store can check, such as a link to something that does not exist.
     *
     * @param pointer JSON pointer to the place
     * @param german what is wrong and what would be right
     * @param english the same in English
     */
    record Violated(String pointer, String german, String english) implements Failure {}

    /**
     * Somebody else changed the same at the same time, or it is bound to something else (a Thing of a registered device).
     *
     * @param german what it conflicts with
     * @param english the same in English
     */
    record Conflict(String german, String english) implements Failure {}

    /**
     * The request would cost too much.
     *
     * @param german what would make it cheaper
     * @param english the same in English
     */
    record TooExpensive(String german, String english) implements Failure {}

    /** The database cannot be reached; later it can. */
    record Away() implements Failure {}
}
