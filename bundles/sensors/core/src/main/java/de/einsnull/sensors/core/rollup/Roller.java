package de.einsnull.sensors.core.rollup;

import de.einsnull.sensors.api.Rollup;
import de.einsnull.sensors.api.Rollup.Span;
import de.einsnull.sensors.core.store.SensorDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Works out anew what the marks in the book of a datastream say, from the observations themselves: so late, corrected and
 * deleted ones need no care of their own, and doing it twice does no harm. The row of the book is locked meanwhile: whoever
 * changes observations at the same time puts his mark there afterwards.
 */
final class Roller {

    /** Most of a datastream that one transaction works out. */
    private static final Duration CHUNK = Duration.ofDays(31);

    private static final int STREAMS = 500;
    private static final int FETCH_ROWS = 2_000;

    private static final String DUE =
            "select datastream_id from observation_book where due_from < ? order by due_from fetch first " + STREAMS
                    + " rows only";
    private static final String LOCK =
            "select due_from, due_to, raw_from from observation_book where datastream_id = ? for update";
    private static final String NUMBERS = "select phenomenon_time, num from observation where datastream_id = ?"
            + " and phenomenon_time >= ? and phenomenon_time < ? and num is not null"
            + " order by phenomenon_time, coalesce(seq, 0), id";

    private final SensorDatabase database;

    Roller(SensorDatabase database) {
        this.database = database;
    }

    /** Datastreams with something to be worked out that is over. */
    List<Long> due(Instant now) throws SQLException {
        return database.inTransaction(c -> {
            var due = new ArrayList<Long>();
            try (var statement = c.prepareStatement(DUE)) {
                statement.setObject(1, RollupTable.column(Stretches.begin(Span.QUARTER, now)));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        due.add(rows.getLong(1));
                    }
                }
            }
            return due;
        });
    }

    private record Mark(Instant from, Instant to, Instant rawFrom) {}

    /** Works out a part of what is due of a datastream; says whether there was something to do. */
    boolean roll(long datastream, Instant now) throws SQLException {
        return database.inTransaction(c -> {
            var mark = lock(c, datastream);
            var open = Stretches.begin(Span.QUARTER, now);
            if (mark == null || mark.from() == null || !mark.from().isBefore(open)) {
                return false;
            }
            var from = Stretches.begin(Span.QUARTER, mark.from());
            var end = min(min(Stretches.next(Span.QUARTER, mark.to()), open), from.plus(CHUNK));
            end = Stretches.begin(Span.QUARTER, end);
            work(c, datastream, mark.rawFrom() == null ? from : max(from, mark.rawFrom()), end);
            leave(c, datastream, end.isAfter(mark.to()) ? null : end, mark.to());
            return true;
        });
    }

    private Mark lock(Connection c, long datastream) throws SQLException {
        try (var statement = c.prepareStatement(LOCK + (database.isPostgres() ? " skip locked" : ""))) {
            statement.setLong(1, datastream);
            try (var row = statement.executeQuery()) {
                return row.next() ? new Mark(time(row, 1), time(row, 2), time(row, 3)) : null;
            }
        }
    }

    private static void leave(Connection c, long datastream, Instant from, Instant to) throws SQLException {
        try (var statement =
                c.prepareStatement("update observation_book set due_from = ?, due_to = ? where datastream_id = ?")) {
            statement.setObject(1, from == null ? null : RollupTable.column(from));
            statement.setObject(2, from == null ? null : RollupTable.column(to));
            statement.setLong(3, datastream);
            statement.executeUpdate();
        }
    }

    /** What was removed because its time was over stays as it was put together before. */
    private static void work(Connection c, long datastream, Instant from, Instant end) throws SQLException {
        if (!from.isBefore(end)) {
            return;
        }
        RollupTable.replace(c, datastream, Span.QUARTER, from, end, quarters(c, datastream, from, end));
        longer(c, datastream, Span.QUARTER, Span.HOUR, from, end);
        longer(c, datastream, Span.HOUR, Span.DAY, from, end);
    }

    private static Collection<Rollup> quarters(Connection c, long datastream, Instant from, Instant end)
            throws SQLException {
        try (var statement = c.prepareStatement(NUMBERS)) {
            statement.setLong(1, datastream);
            statement.setObject(2, RollupTable.column(from));
            statement.setObject(3, RollupTable.column(end));
            statement.setFetchSize(FETCH_ROWS);
            try (var rows = statement.executeQuery()) {
                var sums = new Sum.Builder(Span.QUARTER);
                while (rows.next()) {
                    sums.add(time(rows, 1), rows.getDouble(2));
                }
                return sums.rollups();
            }
        }
    }

    private static void longer(Connection c, long datastream, Span of, Span to, Instant from, Instant end)
            throws SQLException {
        var first = Stretches.begin(to, from);
        var last = Stretches.notBefore(to, end);
        var shorter = RollupTable.list(c, datastream, of, first, last, Integer.MAX_VALUE);
        var sums = new Sum.Builder(to);
        shorter.forEach(sums::add);
        RollupTable.replace(c, datastream, to, first, last, sums.rollups());
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
