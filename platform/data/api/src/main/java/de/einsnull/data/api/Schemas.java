package de.einsnull.data.api;

/**
 * How a module gets its tables.
 *
 * <p>A bundle with the manifest header {@value #HEADER}{@code : <name>} owns the database schema of that name. Its
 * migrations are Flyway scripts in {@code db/migration/} (all databases) and {@code db/h2/} or {@code db/postgresql/}
 * (one of them). The platform runs them when the bundle starts, each schema with its own history, and then registers a
 * {@code javax.sql.DataSource} service with the property {@value #PROPERTY} and the JNDI name
 * {@code einsnull/<name>}, whose connections have that schema as default. When a migration fails, the service does not
 * appear, the module stays down and a health check says why; nothing else is disturbed.
 */
public final class Schemas {

    /** Manifest header that names the schema: lower-case letters, digits and underscores, at most 32. */
    public static final String HEADER = "EinsNull-Schema";

    /** Service property of the module's {@code DataSource}. */
    public static final String PROPERTY = "einsnull.schema";

    /** Service property with the kind of database: {@code h2} or {@code postgresql}. */
    public static final String DIALECT = "einsnull.dialect";

    private Schemas() {}
}
