package de.einsnull.sensors.core.store;

import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.ObservationQuery;
import de.einsnull.sensors.api.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads observations. */
public final class ObservationReader {

    private static final String RANGE =
            " from observation where datastream_id = ? and phenomenon_time >= ? and phenomenon_time < ?";
    private static final int FETCH_ROWS = 1_000;

    private final SensorDatabase database;

    public ObservationReader(SensorDatabase database) {
        this.database = database;
    }

    /** Last values of all datastreams. */
    public List<Observation> lastValues() throws SQLException {
        return database.inTransaction(c -> {
            try (var statement = c.prepareStatement("select " + Rows.COLUMNS + " from observation_last")) {
                statement.setFetchSize(FETCH_ROWS);
                return list(statement);
            }
        });
    }

    /** Last values of some datastreams. */
    public static List<Observation> lastValues(Connection connection, Collection<Long> datastreams)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                "select " + Rows.COLUMNS + " from observation_last where datastream_id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", datastreams.toArray()));
            return list(statement);
        }
    }

    /** One page of a datastream. */
    public Page<Observation> page(long datastream, ObservationQuery query) {
        return database.call("list observations", c -> {
            var direction = query.ascending() ? "asc" : "desc";
            var sql = "select " + Rows.COLUMNS + RANGE + " order by phenomenon_time " + direction
                    + ", coalesce(seq, 0) " + direction + ", id " + direction + " offset ? rows fetch next ? rows only";
            try (var statement = c.prepareStatement(sql)) {
                range(statement, datastream, query.from(), query.to());
                statement.setInt(4, query.offset());
                statement.setInt(5, query.limit());
                return new Page<>(list(statement), query.count() ? count(c, datastream, query.from(), query.to()) : -1);
            }
        });
    }

    /** A thinned series, see {@code SensorDirectory.history}. */
    public List<Observation> history(long datastream, Instant from, Instant to, int maxPoints) {
        return database.call("read a series", c -> {
            var span = span(c, datastream, from, to);
            if (span == null) {
                return List.of();
            }
            var sql = "select " + Rows.COLUMNS + RANGE + " order by phenomenon_time, coalesce(seq, 0), id";
            try (var statement = c.prepareStatement(sql)) {
                range(statement, datastream, from, to);
                statement.setFetchSize(FETCH_ROWS);
                var thinned = span.rows() <= maxPoints ? null : new Thinning(span.first(), span.length(), maxPoints);
                return thinned == null ? list(statement) : thin(statement, thinned);
            }
        });
    }

    private record Span(long rows, Instant first, Duration length) {}

    private static Span span(Connection c, long datastream, Instant from, Instant to) throws SQLException {
        var sql = "select count(*), min(phenomenon_time), max(phenomenon_time)" + RANGE;
        try (var statement = c.prepareStatement(sql)) {
            range(statement, datastream, from, to);
            try (var row = statement.executeQuery()) {
                row.next();
                long rows = row.getLong(1);
                if (rows == 0) {
                    return null;
                }
                var first = Times.read(row, 2);
                return new Span(rows, first, Duration.between(first, Times.read(row, 3)));
            }
        }
    }

    private static long count(Connection c, long datastream, Instant from, Instant to) throws SQLException {
        try (var statement = c.prepareStatement("select count(*)" + RANGE)) {
            range(statement, datastream, from, to);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void range(PreparedStatement statement, long datastream, Instant from, Instant to)
            throws SQLException {
        statement.setLong(1, datastream);
        statement.setObject(2, Times.column(from));
        statement.setObject(3, Times.column(to));
    }

    private static List<Observation> list(PreparedStatement statement) throws SQLException {
        var all = new ArrayList<Observation>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(Rows.read(rows));
            }
        }
        return all;
    }

    private static List<Observation> thin(PreparedStatement statement, Thinning thinning) throws SQLException {
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                thinning.add(Rows.read(rows));
            }
        }
        return thinning.points();
    }
}
