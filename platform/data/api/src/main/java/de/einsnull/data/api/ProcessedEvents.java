package de.einsnull.data.api;

import java.sql.Connection;
import java.sql.SQLException;
import org.osgi.annotation.versioning.ProviderType;

/** Remembers which events a group has handled, so that a second delivery changes nothing. */
@ProviderType
public interface ProcessedEvents {

    /**
     * Marks an event as handled within the transaction of a connection.
     *
     * @param connection an open connection with auto-commit off, the one that stores the effect of the event
     * @param group name of the consumer group
     * @param eventId id of the event
     * @return true for the first time; false if the group has handled the event before, and the caller then does nothing
     * @throws SQLException if the database cannot be asked
     */
    boolean markFirst(Connection connection, String group, String eventId) throws SQLException;
}
