package de.einsnull.sensors.core.registry;

import de.einsnull.sensors.core.store.ObservationStore;
import java.sql.Connection;
import java.sql.SQLException;

/** Removes a device with all that belongs to it; observations are too many for a persistence context. */
final class Removal {

    private Removal() {}

    static void of(Connection connection, Entry entry) throws SQLException {
        for (Stream stream : entry.streams().values()) {
            for (String table : ObservationStore.TABLES) {
                run(connection, "delete from " + table + " where datastream_id = ?", stream.id());
            }
        }
        run(connection, "delete from thing where id = ?", entry.thing().id());
    }

    private static void run(Connection connection, String sql, long id) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }
}
