package de.einsnull.sensors.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One row a datastream: its newest observation, how many it has, and what time they cover. Kept in the transaction that
 * changes observations, in order of the datastreams, so that two writers cannot block each other.
 */
final class LastValues {

    private static final String NEWEST = "id, phenomenon_time, result_time, num, seq, more, txt";

    private static final String VALUES = "cast(? as bigint), cast(? as bigint), cast(? as timestamp(6) with time zone),"
            + " cast(? as timestamp(6) with time zone), cast(? as timestamp(6) with time zone),"
            + " cast(? as timestamp(6) with time zone), cast(? as bigint), cast(? as timestamp(6) with time zone),"
            + " cast(? as timestamp(6) with time zone), cast(? as double precision), cast(? as integer),"
            + " cast(? as boolean), cast(? as varchar)";

    private static final String COLUMNS =
            "datastream_id, observations, first_time, last_end, first_result, last_result, " + NEWEST;

    private static final String NEWER =
            "(s.phenomenon_time, coalesce(s.seq, 0), s.id)" + " > (t.phenomenon_time, coalesce(t.seq, 0), t.id)";

    private static final String MERGE = "merge into observation_last t using (values (" + VALUES + ")) s (" + COLUMNS
            + ") on t.datastream_id = s.datastream_id when matched then update set "
            + updates() + " when not matched then insert (" + COLUMNS + ") values (" + prefixed(COLUMNS) + ")";

    /** Many at once. */
    private static final String UPSERT = "insert into observation_last as t (" + COLUMNS + ") select d, n, "
            + Stream.of("first", "last", "first_r", "last_r")
                    .map(Columnar::time)
                    .collect(Collectors.joining(", "))
            + ", id, " + Columnar.time("p") + ", " + Columnar.time("r") + ", num, seq, more, txt from unnest("
            + "?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int8[],"
            + " ?::float8[], ?::int4[], ?::bool[], ?::text[])"
            + " o (d, n, first, last, first_r, last_r, id, p, r, num, seq, more, txt)"
            + " on conflict (datastream_id) do update set " + updates().replace("s.", "excluded.");

    private static final String RENEW = "insert into observation_last (" + COLUMNS + ") select s.*, " + NEWEST
            + " from (select o.datastream_id, count(*), min(o.phenomenon_time),"
            + " max(coalesce(m.phenomenon_end, o.phenomenon_time)), min(o.result_time), max(o.result_time)"
            + " from observation o left join observation_more m on m.observation_id = o.id"
            + " where o.datastream_id = ? group by o.datastream_id) s, (select " + NEWEST
            + " from observation where datastream_id = ?"
            + " order by phenomenon_time desc, coalesce(seq, 0) desc, id desc fetch first 1 rows only) o";

    private static final String RESULT = "cast(? as timestamp(6) with time zone)";

    private static final String INSIDE = "select 1 from observation_last where datastream_id = ? and id <> ?"
            + " and first_time < " + RESULT + " and last_end > " + RESULT + " and (" + RESULT
            + " is null or first_result < " + RESULT + " and last_result > " + RESULT + ")";

    private final boolean postgres;

    LastValues(boolean postgres) {
        this.postgres = postgres;
    }

    private static String updates() {
        return "observations = t.observations + s.observations, first_time = least(t.first_time, s.first_time),"
                + " last_end = greatest(t.last_end, s.last_end),"
                + " first_result = least(coalesce(t.first_result, s.first_result), coalesce(s.first_result,"
                + " t.first_result)), last_result = greatest(coalesce(t.last_result, s.last_result),"
                + " coalesce(s.last_result, t.last_result)), "
                + List.of(NEWEST.split(", ")).stream()
                        .map(c -> c + " = case when " + NEWER + " then s." + c + " else t." + c + " end")
                        .collect(Collectors.joining(", "));
    }

    private static String prefixed(String columns) {
        return "s." + columns.replace(", ", ", s.");
    }

    /** What some rows of a datastream say of it. */
    private record Share(Row newest, long rows, Instant first, Instant end, Instant firstResult, Instant lastResult) {

        static Share of(List<Row> rows) {
            var results =
                    rows.stream().map(Row::result).filter(Objects::nonNull).toList();
            return new Share(
                    rows.stream().max(Row.BY_AGE).orElseThrow(),
                    rows.size(),
                    rows.stream().map(Row::time).min(Comparator.naturalOrder()).orElseThrow(),
                    rows.stream().map(Row::end).max(Comparator.naturalOrder()).orElseThrow(),
                    results.stream().min(Comparator.naturalOrder()).orElse(null),
                    results.stream().max(Comparator.naturalOrder()).orElse(null));
        }
    }

    /** Counts rows that were just stored. */
    void add(Connection connection, Collection<Row> stored) throws SQLException {
        var byStream =
                stored.stream().collect(Collectors.groupingBy(Row::datastream, TreeMap::new, Collectors.toList()));
        var shares = byStream.values().stream().map(Share::of).toList();
        if (postgres) {
            Columnar.atOnce(connection, UPSERT, shares, LastValues::setAll);
        } else {
            Columnar.each(connection, MERGE, shares, LastValues::setOne);
        }
    }

    private static void setAll(PreparedStatement statement, List<Share> shares) throws SQLException {
        Columnar.longs(statement, 1, shares, s -> s.newest().datastream());
        Columnar.longs(statement, 2, shares, Share::rows);
        Columnar.times(statement, 3, shares, Share::first);
        Columnar.times(statement, 4, shares, Share::end);
        Columnar.times(statement, 5, shares, Share::firstResult);
        Columnar.times(statement, 6, shares, Share::lastResult);
        Columnar.longs(statement, 7, shares, s -> s.newest().id());
        Columnar.times(statement, 8, shares, s -> s.newest().time());
        Columnar.times(statement, 9, shares, s -> s.newest().result());
        Columnar.array(statement, 10, "float8", shares, s -> s.newest().num(), Double[]::new);
        Columnar.array(statement, 11, "int4", shares, s -> s.newest().seq(), Integer[]::new);
        Columnar.array(statement, 12, "bool", shares, s -> s.newest().hasMore(), Boolean[]::new);
        Columnar.array(statement, 13, "text", shares, s -> s.newest().txt(), String[]::new);
    }

    private static void setOne(PreparedStatement statement, Share share) throws SQLException {
        var newest = share.newest();
        statement.setLong(1, newest.datastream());
        statement.setLong(2, share.rows());
        time(statement, 3, share.first());
        time(statement, 4, share.end());
        time(statement, 5, share.firstResult());
        time(statement, 6, share.lastResult());
        statement.setLong(7, newest.id());
        time(statement, 8, newest.time());
        time(statement, 9, newest.result());
        ObservationTable.setOrNull(statement, 10, newest.num(), Types.DOUBLE);
        ObservationTable.setOrNull(statement, 11, newest.seq(), Types.INTEGER);
        ObservationTable.setOrNull(statement, 12, newest.hasMore(), Types.BOOLEAN);
        ObservationTable.setOrNull(statement, 13, newest.txt(), Types.VARCHAR);
    }

    private static void time(PreparedStatement statement, int index, Instant time) throws SQLException {
        ObservationTable.setOrNull(
                statement, index, time == null ? null : Times.column(time), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    /**
     * Counts rows of a datastream that were just removed; works its row out anew if one of them was the newest or at an
     * end of what it covers.
     */
    static void subtract(Connection connection, long datastream, Collection<Row> removed) throws SQLException {
        boolean inside = true;
        try (var statement = connection.prepareStatement(INSIDE)) {
            for (Row row : removed) {
                inside &= isInside(statement, datastream, row);
            }
        }
        if (!inside) {
            renew(connection, datastream);
            return;
        }
        try (var statement = connection.prepareStatement(
                "update observation_last set observations = observations - ? where datastream_id = ?")) {
            statement.setLong(1, removed.size());
            statement.setLong(2, datastream);
            statement.executeUpdate();
        }
    }

    private static boolean isInside(PreparedStatement statement, long datastream, Row row) throws SQLException {
        statement.setLong(1, datastream);
        statement.setLong(2, row.id());
        time(statement, 3, row.time());
        time(statement, 4, row.end());
        time(statement, 5, row.result());
        time(statement, 6, row.result());
        time(statement, 7, row.result());
        try (var found = statement.executeQuery()) {
            return found.next();
        }
    }

    /** Works out the row of a datastream anew, after observations were changed or removed. */
    static void renew(Connection connection, long datastream) throws SQLException {
        try (var delete = connection.prepareStatement("delete from observation_last where datastream_id = ?");
                var insert = connection.prepareStatement(RENEW)) {
            delete.setLong(1, datastream);
            delete.executeUpdate();
            insert.setLong(1, datastream);
            insert.setLong(2, datastream);
            insert.executeUpdate();
        }
    }
}
