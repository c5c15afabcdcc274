package de.einsnull.sensors.rules.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Transactions in the schema of this module. Thread-safe. */
@Component(service = Database.class)
public final class Database {

    private final DataSource source;

    /**
     * Takes the schema's data source.
     *
     * @param source the schema, migrated
     */
    @Activate
    public Database(@Reference(target = "(einsnull.schema=sensor_rules)") DataSource source) {
        this.source = source;
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it with a connection that is not in auto-commit mode. */
        T with(Connection connection) throws SQLException;
    }

    /**
     * Does something, wholly or not at all.
     *
     * @throws SQLException if the database is away or refuses
     */
    public <T> T inTransaction(Work<T> work) throws SQLException {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }
}
