package de.einsnull.sensors.core.rollup;

import de.einsnull.sensors.api.Rollup;
import de.einsnull.sensors.api.Rollup.Span;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Table of what numbers were put together to. */
public final class RollupTable {

    private static final String RANGE = " where datastream_id = ? and span = ? and begins >= ? and begins < ?";
    private static final int FETCH_ROWS = 1_000;

    private RollupTable() {}

    /** Stretches of a datastream by time. */
    public static List<Rollup> list(Connection c, long datastream, Span span, Instant from, Instant to, int limit)
            throws SQLException {
        var all = new ArrayList<Rollup>();
        try (var statement = c.prepareStatement("select begins, amount, lowest, highest, total from rollup" + RANGE
                + " order by begins fetch first ? rows only")) {
            range(statement, datastream, span, from, to);
            statement.setInt(5, limit);
            statement.setFetchSize(FETCH_ROWS);
            try (var r = statement.executeQuery()) {
                while (r.next()) {
                    all.add(new Rollup(
                            r.getObject(1, OffsetDateTime.class).toInstant(),
                            span,
                            r.getLong(2),
                            r.getDouble(3),
                            r.getDouble(4),
                            r.getDouble(5)));
                }
            }
        }
        return all;
    }

    /** Puts stretches in the place of all that begin between these times. */
    static void replace(Connection c, long datastream, Span span, Instant from, Instant to, Collection<Rollup> with)
            throws SQLException {
        try (var delete = c.prepareStatement("delete from rollup" + RANGE)) {
            range(delete, datastream, span, from, to);
            delete.executeUpdate();
        }
        try (var insert = c.prepareStatement("insert into rollup"
                + " (datastream_id, span, begins, amount, lowest, highest, total) values (?, ?, ?, ?, ?, ?, ?)")) {
            for (Rollup one : with) {
                insert.setLong(1, datastream);
                insert.setInt(2, span.minutes());
                insert.setObject(3, column(one.begins()));
                insert.setLong(4, one.count());
                insert.setDouble(5, one.min());
                insert.setDouble(6, one.max());
                insert.setDouble(7, one.sum());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void range(PreparedStatement statement, long datastream, Span span, Instant from, Instant to)
            throws SQLException {
        statement.setLong(1, datastream);
        statement.setInt(2, span.minutes());
        statement.setObject(3, column(from));
        statement.setObject(4, column(to));
    }

    static OffsetDateTime column(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
