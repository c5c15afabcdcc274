package de.einsnull.data.api;

import de.einsnull.bus.api.CityEvent;
import java.sql.Connection;
import java.sql.SQLException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Stores events together with the rows they tell about. A relay publishes them after the commit, at least once and in
 * the order of one transaction. Safe for use by several threads with a connection each.
 */
@ProviderType
public interface Outbox {

    /**
     * Adds an event to the transaction of a connection.
     *
     * @param connection an open connection of any module's schema with auto-commit off; with JPA,
     *     {@code entityManager.unwrap(Connection.class)}
     * @param event the event, published only if the transaction commits
     * @throws SQLException if it could not be stored; the transaction must be rolled back then
     * @throws IllegalStateException if the connection is in auto-commit mode
     */
    void append(Connection connection, CityEvent event) throws SQLException;

    /**
     * How many events wait to be published.
     *
     * @return number of events
     * @throws SQLException if the database cannot be asked
     */
    long pending() throws SQLException;
}
