package de.einsnull.sensors.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Puts rows into the tables of observations, many with one statement. */
final class ObservationTable {

    private static final String PLAIN = "insert into observation (" + Row.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String ARRAYS =
            "insert into observation (" + Row.COLUMNS + ") select id, d, " + Columnar.time("t")
                    + ", "
                    + Columnar.time("r")
                    + ", num, seq, txt, more from unnest(?::int8[], ?::int4[], ?::int8[], ?::int8[], ?::float8[],"
                    + " ?::int4[], ?::text[], ?::bool[]) o (id, d, t, r, num, seq, txt, more)";

    private static final String MORE = "insert into observation_more (observation_id, datastream_id, phenomenon_time,"
            + " phenomenon_end, valid_start, valid_end, quality, parameters, feature_id)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Whether a report was stored before. The fence keeps PostgreSQL from reading the whole table instead. */
    private static final String KNOWN_ARRAYS = "select r.place from unnest(?::int4[], ?::int8[], ?::int4[])"
            + " with ordinality r (datastream_id, t, seq, place) where exists (select 1 from observation o"
            + " where o.datastream_id = r.datastream_id and o.phenomenon_time = " + Columnar.time("r.t")
            + " and o.seq = r.seq offset 0)";

    private static final String KNOWN =
            "select 1 from observation where datastream_id = ? and phenomenon_time = ? and seq = ?";

    /** Of all that look for reports stored before, from the look to the commit. */
    private static final long LOCK = 4_711_002L;

    private final boolean postgres;

    ObservationTable(boolean postgres) {
        this.postgres = postgres;
    }

    /** Those of the rows that were not stored before; nobody else stores them until the end of the transaction. */
    List<Row> unknown(Connection connection, List<Row> rows) throws SQLException {
        return postgres ? unknownToPostgres(connection, rows) : unknownToH2(connection, rows);
    }

    private static List<Row> unknownToPostgres(Connection connection, List<Row> rows) throws SQLException {
        try (var lock = connection.createStatement()) {
            lock.execute("select pg_advisory_xact_lock(" + LOCK + ")");
        }
        var unknown = new ArrayList<>(rows);
        try (var statement = connection.prepareStatement(KNOWN_ARRAYS)) {
            Columnar.array(statement, 1, "int4", rows, r -> (int) r.datastream(), Integer[]::new);
            Columnar.times(statement, 2, rows, Row::time);
            Columnar.array(statement, 3, "int4", rows, Row::seq, Integer[]::new);
            try (var known = statement.executeQuery()) {
                while (known.next()) {
                    unknown.set((int) known.getLong(1) - 1, null);
                }
            }
        }
        unknown.removeIf(r -> r == null);
        return unknown;
    }

    private static List<Row> unknownToH2(Connection connection, List<Row> rows) throws SQLException {
        var unknown = new ArrayList<Row>();
        try (var statement = connection.prepareStatement(KNOWN)) {
            for (Row row : rows) {
                statement.setLong(1, row.datastream());
                statement.setObject(2, Times.column(row.time()));
                statement.setInt(3, row.sequence());
                try (var known = statement.executeQuery()) {
                    if (!known.next()) {
                        unknown.add(row);
                    }
                }
            }
        }
        return unknown;
    }

    void insert(Connection connection, Collection<Row> rows) throws SQLException {
        if (postgres) {
            arrays(connection, rows);
        } else {
            plain(connection, rows);
        }
        more(connection, rows.stream().filter(r -> r.more() != null).toList());
    }

    private static void arrays(Connection connection, Collection<Row> rows) throws SQLException {
        try (var statement = connection.prepareStatement(ARRAYS)) {
            Columnar.longs(statement, 1, rows, Row::id);
            Columnar.array(statement, 2, "int4", rows, r -> (int) r.datastream(), Integer[]::new);
            Columnar.times(statement, 3, rows, Row::time);
            Columnar.times(statement, 4, rows, Row::result);
            Columnar.array(statement, 5, "float8", rows, Row::num, Double[]::new);
            Columnar.array(statement, 6, "int4", rows, Row::seq, Integer[]::new);
            Columnar.array(statement, 7, "text", rows, Row::txt, String[]::new);
            Columnar.array(statement, 8, "bool", rows, Row::hasMore, Boolean[]::new);
            statement.executeUpdate();
        }
    }

    private static void plain(Connection connection, Collection<Row> rows) throws SQLException {
        try (var statement = connection.prepareStatement(PLAIN)) {
            for (Row row : rows) {
                statement.setLong(1, row.id());
                statement.setLong(2, row.datastream());
                statement.setObject(3, Times.column(row.time()));
                setTime(statement, 4, row.result());
                setOrNull(statement, 5, row.num(), Types.DOUBLE);
                setOrNull(statement, 6, row.seq(), Types.INTEGER);
                setOrNull(statement, 7, row.txt(), Types.VARCHAR);
                setOrNull(statement, 8, row.hasMore(), Types.BOOLEAN);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void more(Connection connection, Collection<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(MORE)) {
            for (Row row : rows) {
                statement.setLong(1, row.id());
                statement.setLong(2, row.datastream());
                statement.setObject(3, Times.column(row.time()));
                setTime(statement, 4, row.more().end());
                setTime(statement, 5, row.more().validFrom());
                setTime(statement, 6, row.more().validTo());
                setOrNull(statement, 7, row.more().quality(), Types.VARCHAR);
                setOrNull(statement, 8, row.more().parameters(), Types.VARCHAR);
                setOrNull(statement, 9, row.more().feature(), Types.BIGINT);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void setTime(PreparedStatement statement, int index, Instant time) throws SQLException {
        setOrNull(statement, index, time == null ? null : Times.column(time), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    static void setOrNull(PreparedStatement statement, int index, Object value, int type) throws SQLException {
        if (value == null) {
            statement.setNull(index, type);
        } else {
            statement.setObject(index, value, type);
        }
    }
}
