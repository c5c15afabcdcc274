package de.einsnull.sensors.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;

/** Where things are and were. */
public final class Whereabouts {

    /** The first place on a map becomes the one the registry shows. */
    private static final String SHOW = "update thing set location_id = (select min(l.id) from thing_location x"
            + " join location l on l.id = x.location_id where x.thing_id = thing.id and l.longitude is not null)"
            + " where id = ?";

    private Whereabouts() {}

    /** Puts a thing at places, and notes that it came there; says the id of the note. */
    public static long move(Connection connection, IdBlocks ids, long thing, Collection<Long> places, Instant since)
            throws SQLException {
        put(connection, thing, places);
        long note = ids.next(connection);
        note(connection, note, thing, places, since);
        return note;
    }

    /** Puts a thing at places, without a note. */
    public static void put(Connection connection, long thing, Collection<Long> places) throws SQLException {
        update(connection, "delete from thing_location where thing_id = ?", thing);
        pairs(connection, "insert into thing_location (thing_id, location_id) values (?, ?)", thing, places);
        show(connection, thing);
    }

    /** Works out anew which of its places is shown for a thing. */
    public static void show(Connection connection, long thing) throws SQLException {
        update(connection, SHOW, thing);
    }

    /** Notes that a thing came to places. */
    public static void note(Connection connection, long id, long thing, Collection<Long> places, Instant since)
            throws SQLException {
        try (var statement =
                connection.prepareStatement("insert into historical_location (id, thing_id, since) values (?, ?, ?)")) {
            statement.setLong(1, id);
            statement.setLong(2, thing);
            statement.setObject(3, Times.column(since));
            statement.executeUpdate();
        }
        pairs(
                connection,
                "insert into historical_location_location (historical_location_id, location_id) values (?, ?)",
                id,
                places);
    }

    private static void pairs(Connection connection, String sql, long left, Collection<Long> right)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (Long one : right) {
                statement.setLong(1, left);
                statement.setLong(2, one);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void update(Connection connection, String sql, long id) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }
}
