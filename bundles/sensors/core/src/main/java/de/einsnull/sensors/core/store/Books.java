package de.einsnull.sensors.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
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
    /** Many at once. */
    private static final String UPSERT = "insert into observation_book as t (" + COLUMNS + ") select d, n, twice, "
            + Columnar.time("f") + ", " + Columnar.time("l")
            + " from unnest(?::int8[], ?::int8[], ?::int8[], ?::int8[],"
            + " ?::int8[]) o (d, n, twice, f, l) on conflict (datastream_id) do update set "
            + UPDATES.replace("s.", "excluded.");

    private record Share(long stream, long stored, long duplicates, Instant first, Instant last) {

        static Share of(long stream, boolean counted, int duplicates, Collection<Row> rows) {
            var numbers =
                    rows.stream().filter(r -> r.num() != null).map(Row::time).toList();
            return new Share(
                    stream,
                    counted ? rows.size() : 0,
                    duplicates,
                    numbers.stream().min(Comparator.naturalOrder()).orElse(null),
                    numbers.stream().max(Comparator.naturalOrder()).orElse(null));
        }
    }

    private final boolean postgres;

    Books(boolean postgres) {
        this.postgres = postgres;
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
        write(
                connection,
                streams.stream()
                        .map(id -> Share.of(
                                id, counted, duplicates.getOrDefault(id, 0), byStream.getOrDefault(id, List.of())))
                        .toList());
    }

    private void write(Connection connection, List<Share> shares) throws SQLException {
        if (shares.isEmpty()) {
            return;
        }
        if (postgres) {
            Columnar.atOnce(connection, UPSERT, shares, Books::setAll);
        } else {
            Columnar.each(connection, MERGE, shares, Books::setOne);
        }
    }

    private static void setAll(PreparedStatement statement, List<Share> shares) throws SQLException {
        Columnar.longs(statement, 1, shares, Share::stream);
        Columnar.longs(statement, 2, shares, Share::stored);
        Columnar.longs(statement, 3, shares, Share::duplicates);
        Columnar.times(statement, 4, shares, Share::first);
        Columnar.times(statement, 5, shares, Share::last);
    }

    private static void setOne(PreparedStatement statement, Share share) throws SQLException {
        statement.setLong(1, share.stream());
        statement.setLong(2, share.stored());
        statement.setLong(3, share.duplicates());
        time(statement, 4, share.first());
        time(statement, 5, share.last());
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
