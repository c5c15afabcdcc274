package de.einsnull.sensors.core.store;

import de.einsnull.sensors.api.Observation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/**
 * Writes observations. Storing a report again changes nothing: datastream, phenomenon time and sequence identify it. Last
 * values and counts are kept in the same transaction. Thread-safe.
 */
public final class ObservationStore {

    private static final int BLOCK = 1_000;

    private record Key(long datastream, Instant time, int seq) {}

    private final IdBlocks ids;
    private final Partitions partitions;
    private final ObservationTable table;
    private final LastValues last;

    public ObservationStore(SensorDatabase database) {
        this.ids = new IdBlocks(database.isPostgres(), "observation_seq", BLOCK);
        this.partitions = new Partitions(database);
        this.table = new ObservationTable(database.isPostgres());
        this.last = new LastValues(database.isPostgres());
    }

    /** Makes room for what will be stored, before the transaction that stores it. */
    public void prepare(Collection<Observation> batch) throws SQLException {
        partitions.ensure(batch.stream().map(Observation::phenomenonTime).toList());
    }

    /** Stores a batch in the transaction of the connection; says how many of it were new. */
    public int store(Connection connection, List<Observation> batch) throws SQLException {
        var seen = new HashSet<Key>();
        var rows = new ArrayList<Row>();
        for (Observation o : batch) {
            if (seen.add(new Key(o.datastream(), o.phenomenonTime(), Row.folded(o.sequence())))) {
                rows.add(Row.of(ids.next(connection), o));
            }
        }
        var unknown = rows.isEmpty() ? rows : table.unknown(connection, rows);
        add(connection, unknown);
        return unknown.size();
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
        if (!rows.isEmpty()) {
            table.insert(connection, rows);
            last.add(connection, rows);
        }
    }

    /** Counts and last value of a datastream after these rows were removed. */
    public void subtract(Connection connection, long datastream, Collection<Row> removed) throws SQLException {
        LastValues.subtract(connection, datastream, removed);
    }

    /** Works out counts and last value of a datastream anew, after observations were changed or removed. */
    public void renew(Connection connection, long datastream) throws SQLException {
        LastValues.renew(connection, datastream);
    }
}
