package de.einsnull.sensors.core.store;

import de.einsnull.data.api.Schemas;
import de.einsnull.sensors.api.SensorDataException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plain JDBC on the schema of the sensors. Thread-safe. */
@Component(service = SensorDatabase.class)
public final class SensorDatabase {

    /** As the entities of JPA take them. */
    private static final int ENTITY_BLOCK = 50;

    private final DataSource dataSource;
    private final boolean postgres;
    private final ObservationStore observations;
    private final IdBlocks ids;

    @Activate
    public SensorDatabase(
            @Reference(service = DataSource.class, target = "(einsnull.schema=sensors)")
                    Map.Entry<Map<String, Object>, DataSource> source) {
        this(source.getValue(), "postgresql".equals(source.getKey().get(Schemas.DIALECT)));
    }

    public SensorDatabase(DataSource dataSource, boolean postgres) {
        this.dataSource = dataSource;
        this.postgres = postgres;
        this.observations = new ObservationStore(this);
        this.ids = new IdBlocks(postgres, "sensors_seq", ENTITY_BLOCK);
    }

    /** Whether statements of PostgreSQL can be used; otherwise it is H2. */
    public boolean isPostgres() {
        return postgres;
    }

    /** The one writer of observations of this node. */
    public ObservationStore observations() {
        return observations;
    }

    /** Ids of all entities but observations. */
    public IdBlocks ids() {
        return ids;
    }

    /** Work with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T with(Connection connection) throws SQLException;
    }

    /** Runs work in a transaction of its own. */
    public <T> T inTransaction(Work<T> work) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    /** Runs work of which each statement is a transaction, as the upkeep of tables needs it. */
    public <T> T byStatement(Work<T> work) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            return work.with(connection);
        }
    }

    /** Like {@link #inTransaction}, for callers that cannot do anything about a database that is away. */
    public <T> T call(String what, Work<T> work) {
        try {
            return inTransaction(work);
        } catch (SQLException e) {
            throw new SensorDataException("The database could not " + what, e);
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
