package de.einsnull.sensors.sensorthings.store;

/** What became of one of several drafts. */
public sealed interface Outcome {

    /**
     * It is stored.
     *
     * @param id id of the new entity
     */
    record Created(long id) implements Outcome {}

    /**
     * It is not stored.
     *
     * @param failure why
     */
    record Refused(Failure failure) implements Outcome {}
}
