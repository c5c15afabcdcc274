package de.einsnull.sensors.core.retention;

import de.einsnull.sensors.api.Retention.Rule;
import de.einsnull.sensors.api.Retention.What;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Removes rows whose time is over, with what is counted of them, in the transaction of a connection. */
final class Expiry {

    private static final String OLD = " where datastream_id = any(?) and phenomenon_time < ?";

    private static final String COUNT =
            "select datastream_id, count(*) from observation" + OLD + " group by datastream_id";

    /** In the order in which whoever stores takes them. */
    private static final String LOCK_LAST =
            "select datastream_id from observation_last where datastream_id = any(?) order by datastream_id for update";

    private static final String LOCK_BOOKS = "select datastream_id from observation_book where datastream_id = any(?)"
            + " and (due_from is null or due_from >= ?) order by datastream_id for update";

    private static final String DROP_LAST =
            "delete from observation_last where datastream_id = ? and observations <= ?";

    /** The earliest result time is that of the earliest observations, as it is with all that reports in order. */
    private static final String LESS = "update observation_last set observations = observations - ?,"
            + " first_time = (select min(o.phenomenon_time) from observation o"
            + " where o.datastream_id = observation_last.datastream_id and o.phenomenon_time >= ?),"
            + " first_result = (select min(x.result_time) from (select o.result_time from observation o"
            + " where o.datastream_id = ? and o.phenomenon_time >= ? order by o.phenomenon_time"
            + " fetch first 1000 rows only) x) where datastream_id = ?";

    private final Connection connection;
    private final Instant now;

    Expiry(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /**
     * Removes observations of datastreams that are older.
     *
     * @return datastreams that have none left
     */
    Set<Long> observations(Rule rule, Collection<Long> streams, Instant before) throws SQLException {
        lock(LOCK_LAST, streams, null);
        var ready = lock(LOCK_BOOKS, streams, before);
        var counts = counts(ready, before);
        if (counts.isEmpty()) {
            return Set.of();
        }
        long removed = update("delete from observation" + OLD, counts.keySet(), before);
        update("delete from observation_more" + OLD, counts.keySet(), before);
        RemovalLog.add(connection, rule, What.OBSERVATIONS, before, removed, now);
        return follow(counts, before);
    }

    /** Removes what was put together and is older. */
    void rollups(Rule rule, Collection<Long> streams, Instant before) throws SQLException {
        long removed = update("delete from rollup where datastream_id = any(?) and begins < ?", streams, before);
        if (removed > 0) {
            RemovalLog.add(connection, rule, What.ROLLUPS, before, removed, now);
        }
    }

    private Map<Long, Long> counts(Collection<Long> streams, Instant before) throws SQLException {
        var counts = new TreeMap<Long, Long>();
        try (var statement = connection.prepareStatement(COUNT)) {
            set(statement, streams, before);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getLong(1), rows.getLong(2));
                }
            }
        }
        return counts;
    }

    /** Brings counts and times of datastreams in line with what was removed; says which have nothing left. */
    Set<Long> follow(Map<Long, Long> removed, Instant before) throws SQLException {
        var empty = new TreeSet<Long>();
        var at = before.atOffset(ZoneOffset.UTC);
        try (var drop = connection.prepareStatement(DROP_LAST);
                var less = connection.prepareStatement(LESS)) {
            for (var entry : removed.entrySet()) {
                drop.setLong(1, entry.getKey());
                drop.setLong(2, entry.getValue());
                if (drop.executeUpdate() > 0) {
                    empty.add(entry.getKey());
                    continue;
                }
                less.setLong(1, entry.getValue());
                less.setObject(2, at);
                less.setLong(3, entry.getKey());
                less.setObject(4, at);
                less.setLong(5, entry.getKey());
                less.executeUpdate();
            }
        }
        keepRollups(removed.keySet(), before);
        return empty;
    }

    /** From now on what was put together of the time before is not worked out anew. */
    private void keepRollups(Collection<Long> streams, Instant before) throws SQLException {
        try (var statement =
                connection.prepareStatement("update observation_book set raw_from = ? where datastream_id = any(?)")) {
            statement.setObject(1, before.atOffset(ZoneOffset.UTC));
            statement.setArray(2, connection.createArrayOf("bigint", streams.toArray()));
            statement.executeUpdate();
        }
    }

    private Set<Long> lock(String sql, Collection<Long> streams, Instant before) throws SQLException {
        var locked = new TreeSet<Long>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", streams.toArray()));
            if (before != null) {
                statement.setObject(2, before.atOffset(ZoneOffset.UTC));
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    locked.add(rows.getLong(1));
                }
            }
        }
        return locked;
    }

    private long update(String sql, Collection<Long> streams, Instant before) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            set(statement, streams, before);
            return statement.executeUpdate();
        }
    }

    private void set(PreparedStatement statement, Collection<Long> streams, Instant before) throws SQLException {
        statement.setArray(1, connection.createArrayOf("bigint", streams.toArray()));
        statement.setObject(2, before.atOffset(ZoneOffset.UTC));
    }
}
