package de.einsnull.sensors.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Packs the indexes of months that are over. An index that grew in the order of time, with all datastreams at once, is two
 * thirds full; built anew it is full, and few observations of such a month are to come. Nobody waits meanwhile. PostgreSQL
 * only; H2 has nothing of the kind.
 */
public final class IndexPacking {

    /** A full index takes 28.3 bytes a row. */
    private static final double LOOSE_BYTES = 30;

    /** Not worth the effort. */
    private static final long SMALL_BYTES = 65_536;

    /** Left behind by a platform that was killed while it packed. */
    private static final String LEFT = "select c.relname from pg_index x join pg_class c on c.oid = x.indexrelid"
            + " join pg_inherits h on h.inhrelid = x.indrelid where not x.indisvalid"
            + " and h.inhparent = 'observation'::regclass and c.relname like '%\\_ccnew%'";

    private static final String MONTHS = "select t.relname, i.relname, pg_relation_size(i.oid), t.reltuples"
            + " from pg_inherits h join pg_class t on t.oid = h.inhrelid join pg_index x on x.indrelid = t.oid"
            + " join pg_class i on i.oid = x.indexrelid join pg_am a on a.oid = i.relam"
            + " where h.inhparent = 'observation'::regclass and a.amname = 'btree'"
            + " and t.relname ~ '^observation_[0-9]{4}_[0-9]{2}$' and t.relname < ? order by t.relname";

    private final SensorDatabase database;

    public IndexPacking(SensorDatabase database) {
        this.database = database;
    }

    private record Index(String table, String name, long bytes, double rows) {

        boolean isLoose() {
            return bytes > SMALL_BYTES && bytes > LOOSE_BYTES * rows;
        }
    }

    /**
     * Packs what is loose.
     *
     * @param now months that were over two days before are packed
     * @return how many indexes were packed
     * @throws SQLException if the database refused; what is packed stays packed
     */
    public int pack(Instant now) throws SQLException {
        if (!database.isPostgres()) {
            return 0;
        }
        return database.byStatement(c -> {
            for (String left : names(c)) {
                run(c, "drop index concurrently if exists " + quoted(left));
            }
            int packed = 0;
            for (Index index : months(c, now)) {
                if (index.isLoose()) {
                    run(c, "alter index " + quoted(index.name()) + " set (fillfactor = 100)");
                    run(c, "reindex index concurrently " + quoted(index.name()));
                    packed++;
                }
            }
            return packed;
        });
    }

    private static List<String> names(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.prepareStatement(LEFT);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static List<Index> months(Connection connection, Instant now) throws SQLException {
        var first = YearMonth.from(now.atOffset(ZoneOffset.UTC).minusDays(2));
        var all = read(connection, first);
        for (Index index : all) {
            if (index.rows() < 0) {
                run(connection, "analyze " + quoted(index.table()));
            }
        }
        return all.stream().anyMatch(i -> i.rows() < 0) ? read(connection, first) : all;
    }

    private static List<Index> read(Connection connection, YearMonth end) throws SQLException {
        var all = new ArrayList<Index>();
        try (var statement = connection.prepareStatement(MONTHS)) {
            statement.setString(1, Partitions.name(end));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(new Index(rows.getString(1), rows.getString(2), rows.getLong(3), rows.getDouble(4)));
                }
            }
        }
        return all;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
