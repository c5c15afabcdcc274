package de.einsnull.sensors.core.store;

import de.einsnull.sensors.api.Observation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Writes observations. Storing one again changes nothing: datastream, phenomenon time and sequence identify it. Last values
 * are kept in the same transaction, in order of the datastreams so that two writers cannot block each other.
 */
public final class ObservationStore {

    private static final String H2_INSERT = "merge into observation t using (values (cast(? as bigint),"
            + " cast(? as timestamp(6) with time zone), cast(? as bigint), cast(? as timestamp(6) with time zone),"
            + " cast(? as double precision), cast(? as boolean), cast(? as varchar))) s (" + Rows.COLUMNS + ")"
            + " on t.datastream_id = s.datastream_id and t.phenomenon_time = s.phenomenon_time and t.seq = s.seq"
            + " when not matched then insert (" + Rows.COLUMNS + ") values (s.datastream_id, s.phenomenon_time, s.seq,"
            + " s.result_time, s.num, s.flag, s.txt)";

    private static final String H2_LAST = "merge into observation_last t using (values (cast(? as bigint),"
            + " cast(? as timestamp(6) with time zone), cast(? as bigint), cast(? as timestamp(6) with time zone),"
            + " cast(? as double precision), cast(? as boolean), cast(? as varchar))) s (" + Rows.COLUMNS + ")"
            + " on t.datastream_id = s.datastream_id"
            + " when matched and (t.phenomenon_time, t.seq) < (s.phenomenon_time, s.seq) then update set"
            + " phenomenon_time = s.phenomenon_time, seq = s.seq, result_time = s.result_time, num = s.num,"
            + " flag = s.flag, txt = s.txt"
            + " when not matched then insert (" + Rows.COLUMNS + ") values (s.datastream_id, s.phenomenon_time, s.seq,"
            + " s.result_time, s.num, s.flag, s.txt)";

    private static final String PG_ROWS = "select * from unnest(?::bigint[], ?::timestamptz[], ?::bigint[],"
            + " ?::timestamptz[], ?::float8[], ?::boolean[], ?::varchar[])";

    private static final String PG_INSERT =
            "insert into observation (" + Rows.COLUMNS + ") " + PG_ROWS + " on conflict do nothing";

    private static final String PG_LAST = "insert into observation_last as t (" + Rows.COLUMNS + ") " + PG_ROWS
            + " on conflict (datastream_id) do update set phenomenon_time = excluded.phenomenon_time,"
            + " seq = excluded.seq, result_time = excluded.result_time, num = excluded.num, flag = excluded.flag,"
            + " txt = excluded.txt where (t.phenomenon_time, t.seq) < (excluded.phenomenon_time, excluded.seq)";

    private static final Comparator<Observation> BY_TIME =
            Comparator.comparing(Observation::phenomenonTime).thenComparing(Observation::sequence);

    private final boolean postgres;

    public ObservationStore(boolean postgres) {
        this.postgres = postgres;
    }

    /** Stores a batch in the transaction of the connection; says how many of it were new. */
    public int store(Connection connection, List<Observation> batch) throws SQLException {
        if (batch.isEmpty()) {
            return 0;
        }
        var newest = newest(batch);
        if (postgres) {
            int stored = array(connection, PG_INSERT, batch);
            array(connection, PG_LAST, newest);
            return stored;
        }
        int stored = each(connection, H2_INSERT, batch);
        each(connection, H2_LAST, newest);
        return stored;
    }

    private static Collection<Observation> newest(List<Observation> batch) {
        var newest = new TreeMap<Long, Observation>();
        for (Observation o : batch) {
            newest.merge(o.datastream(), o, (a, b) -> BY_TIME.compare(a, b) >= 0 ? a : b);
        }
        return newest.values();
    }

    private static int each(Connection connection, String sql, Collection<Observation> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Observation row : rows) {
                Rows.set(statement, row);
                statement.addBatch();
            }
            int changed = 0;
            for (int count : statement.executeBatch()) {
                changed += Math.max(count, 0);
            }
            return changed;
        }
    }

    private static int array(Connection connection, String sql, Collection<Observation> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, 1, "int8", rows, Observation::datastream);
            set(statement, 2, "timestamptz", rows, o -> o.phenomenonTime().toString());
            set(statement, 3, "int8", rows, Observation::sequence);
            set(statement, 4, "timestamptz", rows, o -> o.resultTime().toString());
            set(statement, 5, "float8", rows, o -> Rows.number(o.value()));
            set(statement, 6, "bool", rows, o -> Rows.flag(o.value()));
            set(statement, 7, "varchar", rows, o -> Rows.text(o.value()));
            return statement.executeUpdate();
        }
    }

    private static void set(
            PreparedStatement statement,
            int index,
            String type,
            Collection<Observation> rows,
            Function<Observation, Object> column)
            throws SQLException {
        var values = rows.stream().map(column).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
