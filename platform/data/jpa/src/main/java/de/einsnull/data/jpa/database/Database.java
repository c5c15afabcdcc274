package de.einsnull.data.jpa.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.osgi.service.jdbc.DataSourceFactory;

/** One database, without a pool. */
public final class Database {

    private final Credentials credentials;
    private final Dialect dialect;
    private final DataSource source;

    /**
     * @throws SQLException if the driver does not accept the URL
     */
    public Database(Credentials credentials, Dialect dialect, DataSourceFactory driver) throws SQLException {
        this.credentials = credentials;
        this.dialect = dialect;
        var properties = new Properties();
        properties.setProperty(DataSourceFactory.JDBC_URL, credentials.url());
        properties.setProperty(DataSourceFactory.JDBC_USER, credentials.user());
        properties.setProperty(DataSourceFactory.JDBC_PASSWORD, credentials.password());
        this.source = driver.createDataSource(properties);
    }

    public Dialect dialect() {
        return dialect;
    }

    public Credentials credentials() {
        return credentials;
    }

    /** Opens a new connection each time. */
    public DataSource source() {
        return source;
    }

    /**
     * Creates a schema if it is missing.
     *
     * @param name lower-case name, checked by the caller to be a plain identifier
     * @return the name as the database spells it (H2 folds to upper case)
     */
    public String createSchema(String name) throws SQLException {
        try (var connection = source.getConnection()) {
            var found = spelling(connection, name);
            if (found != null) {
                return found;
            }
            try (var statement = connection.createStatement()) {
                statement.execute("create schema if not exists " + name);
            }
            return spelling(connection, name);
        }
    }

    private static String spelling(Connection connection, String name) throws SQLException {
        try (var schemas = connection.getMetaData().getSchemas()) {
            while (schemas.next()) {
                var candidate = schemas.getString("TABLE_SCHEM");
                if (candidate.equalsIgnoreCase(name)) {
                    return candidate;
                }
            }
            return null;
        }
    }
}
