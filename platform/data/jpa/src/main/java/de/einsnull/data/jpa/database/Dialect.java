package de.einsnull.data.jpa.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of database that the platform runs on. */
public enum Dialect {
    /** Built in. Its data definition takes one lock for the whole database, so migrations run one after the other. */
    H2("org.h2.Driver", 1),
    /** The server. */
    POSTGRESQL("org.postgresql.Driver", 4);

    private final String driverClass;
    private final int parallelMigrations;

    Dialect(String driverClass, int parallelMigrations) {
        this.driverClass = driverClass;
        this.parallelMigrations = parallelMigrations;
    }

    /** The dialect that a JDBC URL belongs to. */
    public static Optional<Dialect> of(String url) {
        return Arrays.stream(values())
                .filter(dialect -> url.startsWith("jdbc:" + dialect.label() + ":"))
                .findFirst();
    }

    /** The dialect that a connection speaks. */
    public static Dialect of(Connection connection) throws SQLException {
        return "H2".equals(connection.getMetaData().getDatabaseProductName()) ? H2 : POSTGRESQL;
    }

    /** Value of the service property and name of the folder with its own migrations. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Class that the {@code DataSourceFactory} service states as {@code osgi.jdbc.driver.class}. */
    public String driverClass() {
        return driverClass;
    }

    /** How many migrations may run at once. */
    public int parallelMigrations() {
        return parallelMigrations;
    }
}
