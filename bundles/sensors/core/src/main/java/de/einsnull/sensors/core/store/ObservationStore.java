package de.einsnull.sensors.core.store;

import de.einsnull.sensors.api.Observation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Writes observations. Storing a report again changes nothing: datastream, phenomenon time and sequence identify it. Last
 * values and counts are kept in the same transaction. Thread-safe.
 */
public final class ObservationStore {

    /** Tables with rows of a datastream that go with it. */
    public static final List<String> TABLES =
            List.of("observation", "observation_more", "observation_last", "observation_book", "rollup");

    private static final int BLOCK = 1_000;

    private record Key(long datastream, Instant time, int seq) {}

    private final IdBlocks ids;
    private final Partitions partitions;
    private final ObservationTable table;
    private final LastValues last;
    private final Books books;

    public ObservationStore(SensorDatabase database) {
        this.ids = new IdBlocks(database.isPostgres(), "observation_seq", BLOCK);
        this.partitions = new Partitions(database);
        this.table = new ObservationTable(database.isPostgres());
        this.last = new LastValues(database.isPostgres());
        this.books = new Books(database.isPostgres());
    }

    /** Makes room for what will be stored, before the transaction that stores it. */
    public void prepare(Collection<Observation> batch) throws SQLException {
        partitions.ensure(batch.stream().map(Observation::phenomenonTime).toList());
    }

    /** Stores a batch in the transaction of the connection; gives those of it that were new. */
    public List<Row> store(Connection connection, List<Observation> batch) throws SQLException {
        var seen = new HashSet<Key>();
        var rows = new ArrayList<Row>();
        for (Observation o : batch) {
            if (seen.add(new Key(o.datastream(), o.phenomenonTime(), Row.folded(o.sequence())))) {
                rows.add(Row.of(ids.next(connection), o));
            }
        }
        var unknown = rows.isEmpty() ? rows : table.unknown(connection, rows);
        write(connection, unknown);
        books.add(connection, unknown, true, duplicates(batch, unknown));
        return unknown;
    }

    private static Map<Long, Integer> duplicates(List<Observation> came, List<Row> stored) {
        var duplicates = new HashMap<Long, Integer>();
        came.forEach(o -> duplicates.merge(o.datastream(), 1, Integer::sum));
        stored.forEach(r -> duplicates.merge(r.datastream(), -1, Integer::sum));
        duplicates.values().removeIf(n -> n == 0);
        return duplicates;
    }

    /** Makes room for rows with these times, before the transaction that stores them. */
    public void prepareFor(Collection<Instant> times) throws SQLException {
        partitions.ensure(times);
    }

    /** Makes room for a time within a transaction that has read or changed observations. */
    public void prepareWithin(Connection connection, Instant time) throws SQLException {
        partitions.ensureWithin(connection, time);
    }

    /** An id for a row. */
    public long nextId(Connection connection) throws SQLException {
        return ids.next(connection);
    }

    /** Stores rows that are surely new. */
    public void add(Connection connection, Collection<Row> rows) throws SQLException {
        write(connection, rows);
        books.add(connection, rows, true, Map.of());
    }

    /** Stores rows that were there before and have changed. */
    public void addChanged(Connection connection, Collection<Row> rows) throws SQLException {
        write(connection, rows);
        books.add(connection, rows, false, Map.of());
    }

    private void write(Connection connection, Collection<Row> rows) throws SQLException {
        if (!rows.isEmpty()) {
            table.insert(connection, rows);
            last.add(connection, rows);
        }
    }

    /** Counts and last value of a datastream after these rows were removed. */
    public void subtract(Connection connection, long datastream, Collection<Row> removed) throws SQLException {
        LastValues.subtract(connection, datastream, removed);
        books.removed(connection, removed);
    }

    /** Works out counts and last value of a datastream anew, after observations were changed or removed. */
    public void renew(Connection connection, long datastream) throws SQLException {
        LastValues.renew(connection, datastream);
    }
}
