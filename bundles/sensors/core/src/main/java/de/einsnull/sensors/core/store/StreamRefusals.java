package de.einsnull.sensors.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Table of readings that were not stored, by device, channel and cause; and of those that were, by datastream. */
public final class StreamRefusals {

    /** What was refused. */
    public record Key(String instance, String device, String channel, String outcome) {}

    /** How many observations of a datastream came, and how many of these twice. */
    public record Counts(long stored, long duplicates) {}

    private static final String ADD =
            "merge into stream_refusal t using (values (cast(? as varchar), cast(? as varchar),"
                    + " cast(? as varchar), cast(? as varchar), cast(? as bigint))) s (instance, external_id, channel, outcome,"
                    + " amount) on t.instance = s.instance and t.external_id = s.external_id and t.channel = s.channel"
                    + " and t.outcome = s.outcome when matched then update set amount = t.amount + s.amount"
                    + " when not matched then insert (instance, external_id, channel, outcome, amount)"
                    + " values (s.instance, s.external_id, s.channel, s.outcome, s.amount)";

    private static final String OF_DEVICE = "select channel, outcome, amount from stream_refusal where instance = ?"
            + " and external_id = ? order by channel, outcome";

    private StreamRefusals() {}

    /** Adds counts in the transaction of the connection. */
    public static void add(Connection connection, Map<Key, Long> counts) throws SQLException {
        try (var statement = connection.prepareStatement(ADD)) {
            for (var entry : counts.entrySet()) {
                statement.setString(1, entry.getKey().instance());
                statement.setString(2, entry.getKey().device());
                statement.setString(3, entry.getKey().channel());
                statement.setString(4, entry.getKey().outcome());
                statement.setLong(5, entry.getValue());
                statement.executeUpdate();
            }
        }
    }

    /** Counts of a device by channel and outcome. */
    public static Map<String, Map<String, Long>> of(Connection connection, String instance, String device)
            throws SQLException {
        var all = new TreeMap<String, Map<String, Long>>();
        try (var statement = connection.prepareStatement(OF_DEVICE)) {
            statement.setString(1, instance);
            statement.setString(2, device);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.computeIfAbsent(rows.getString(1), c -> new TreeMap<>())
                            .put(rows.getString(2), rows.getLong(3));
                }
            }
        }
        return all;
    }

    /** What came for a datastream. */
    public static Counts stored(Connection connection, long datastream) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select stored, duplicates from observation_book where datastream_id = ?")) {
            statement.setLong(1, datastream);
            try (var row = statement.executeQuery()) {
                return row.next() ? new Counts(row.getLong(1), row.getLong(2)) : new Counts(0, 0);
            }
        }
    }
}
