package de.einsnull.data.jpa.outbox;

import de.einsnull.bus.api.CityEvent;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The statements of the relay. Rows that another node's relay holds are skipped, so that several can run. */
final class OutboxTable {

    private static final String NEXT = "select id, attempts, event_id, source, type, subject, occurred_at, data"
            + " from platform.outbox where retry_at is null or retry_at <= ? order by id limit ?"
            + " for update skip locked";
    private static final String DELETE = "delete from platform.outbox where id = ?";
    private static final String POSTPONE =
            "update platform.outbox set attempts = attempts + 1, retry_at = ? where id = ?";
    private static final int LONGEST_SHIFT = 12;

    /** One row. */
    record Row(long id, int attempts, CityEvent event) {}

    private OutboxTable() {}

    static long count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from platform.outbox")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Locks and reads the oldest rows that are due. */
    static List<Row> next(Connection connection, int limit, Instant now) throws SQLException {
        try (var select = connection.prepareStatement(NEXT)) {
            select.setObject(1, utc(now));
            select.setInt(2, limit);
            try (var result = select.executeQuery()) {
                var rows = new ArrayList<Row>();
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        }
    }

    private static Row row(ResultSet result) throws SQLException {
        var event = new CityEvent(
                result.getString("event_id"),
                URI.create(result.getString("source")),
                result.getString("type"),
                result.getString("subject"),
                Instant.parse(result.getString("occurred_at")),
                result.getString("data"));
        return new Row(result.getLong("id"), result.getInt("attempts"), event);
    }

    static void delete(Connection connection, List<Row> rows) throws SQLException {
        try (var delete = connection.prepareStatement(DELETE)) {
            for (var row : rows) {
                delete.setLong(1, row.id());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    /** Lets others pass a row that the broker refuses: 2 s, 4 s, 8 s ... up to about 70 minutes. */
    static void postpone(Connection connection, List<Row> rows, Instant now) throws SQLException {
        try (var update = connection.prepareStatement(POSTPONE)) {
            for (var row : rows) {
                var pause = Duration.ofSeconds(2L << Math.min(row.attempts(), LONGEST_SHIFT - 1));
                update.setObject(1, utc(now.plus(pause)));
                update.setLong(2, row.id());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
