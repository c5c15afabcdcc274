package de.einsnull.sensors.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One row a datastream: how many observations came and how many of these twice, and of which time the sums have to be worked
 * out anew. Written in the transaction that changes observations, after {@link LastValues} and in the same order. A row is
 * never deleted while its datastream is there, so that no mark can be lost between two transactions.
 */
public final class Books {

    private static final String COLUMNS = "datastream_id, stored, duplicates, due_from, due_to";
    private static final String VALUES = "cast(? as bigint), cast(? as bigint), cast(? as bigint),"
            + " cast(? as timestamp(6) with time zone), cast(? as timestamp(6) with time zone)";
    private static final String UPDATES = "stored = t.stored + s.stored, duplicates = t.duplicates + s.duplicates,"
            + " due_from = least(coalesce(t.due_from, s.due_from), coalesce(s.due_from, t.due_from)),"
            + " due_to = greatest(coalesce(t.due_to, s.due_to), coalesce(s.due_to, t.due_to))";
    private static final String MERGE = "merge into observation_book t using (values (" + VALUES + ")) s (" + COLUMNS
            + ") on t.datastream_id = s.datastream_id when matched then update set " + UPDATES
            + " when not matched then insert (" + COLUMNS
            + ") values (s.datastream_id, s.stored, s.duplicates, s.due_from, s.due_to)";
    private static final String UPSERT = "insert into observation_book as t (" + COLUMNS + ") values (" + VALUES
            + ") on conflict (datastream_id) do update set " + UPDATES.replace("s.", "excluded.");

    private final String sql;

    Books(boolean postgres) {
        this.sql = postgres ? UPSERT : MERGE;
    }

    /**
     * Notes what came.
     *
     * @param stored rows that were stored
     * @param counted whether they came in, false if they were there before and have only changed
     * @param duplicates how many came that were there, by datastream
     */
    void add(Connection connection, Collection<Row> stored, boolean counted, Map<Long, Integer> duplicates)
            throws SQLException {
        var byStream =
                stored.stream().collect(Collectors.groupingBy(Row::datastream, TreeMap::new, Collectors.toList()));
        var streams = new TreeSet<>(byStream.keySet());
        streams.addAll(duplicates.keySet());
        try (var statement = connection.prepareStatement(sql)) {
            for (Long stream : streams) {
                var rows = byStream.getOrDefault(stream, List.of());
                set(statement, stream, counted ? rows.size() : 0, duplicates.getOrDefault(stream, 0), rows);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void set(
            PreparedStatement statement, long stream, int stored, int duplicates, Collection<Row> changed)
            throws SQLException {
        Instant first = null;
        Instant last = null;
        for (Row row : changed) {
            if (row.num() != null) {
                first = first == null || row.time().isBefore(first) ? row.time() : first;
                last = last == null || row.time().isAfter(last) ? row.time() : last;
            }
        }
        statement.setLong(1, stream);
        statement.setLong(2, stored);
        statement.setLong(3, duplicates);
        time(statement, 4, first);
        time(statement, 5, last);
    }

    private static void time(PreparedStatement statement, int index, Instant time) throws SQLException {
        ObservationTable.setOrNull(
                statement, index, time == null ? null : Times.column(time), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    /** Notes that rows of a datastream are gone. */
    void removed(Connection connection, Collection<Row> rows) throws SQLException {
        add(connection, rows, false, Map.of());
    }
}
