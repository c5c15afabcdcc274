package de.einsnull.data.jpa.schema;

/**
 * How a schema is.
 *
 * @param schema its name
 * @param owner bundle it belongs to
 * @param phase where it stands
 * @param detail why, empty when there is nothing to say
 */
public record SchemaStatus(String schema, String owner, Phase phase, String detail) {

    /** Where a schema stands. */
    public enum Phase {
        /** For the database. */
        WAITING,
        /** Scripts run. */
        MIGRATING,
        /** The module has its data source. */
        READY,
        /** A person has to act. */
        FAILED
    }
}
