package de.einsnull.sensors.core.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Removes a device with all that belongs to it; observations are too many for a persistence context. */
final class Removal {

    private static final List<String> PER_STREAM = List.of(
            "delete from observation where datastream_id = ?",
            "delete from observation_more where datastream_id = ?",
            "delete from observation_last where datastream_id = ?");

    private Removal() {}

    static void of(Connection connection, Entry entry) throws SQLException {
        for (Stream stream : entry.streams().values()) {
            for (String sql : PER_STREAM) {
                run(connection, sql, stream.id());
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
