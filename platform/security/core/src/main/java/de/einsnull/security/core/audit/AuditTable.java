package de.einsnull.security.core.audit;

import de.einsnull.security.api.AuditTrail.Entry;
import de.einsnull.security.core.Tokens;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The statements about audit entries. Each entry's hash covers the hash before it. */
final class AuditTable {

    private static final String COLUMNS = "happened_at, actor, action, object, success, hash";
    private static final int FETCH_SIZE = 500;

    private AuditTable() {}

    static void append(Connection connection, List<Entry> entries) throws SQLException {
        var hash = head(connection);
        var sql = "insert into audit_entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?)";
        try (var insert = connection.prepareStatement(sql)) {
            for (var entry : entries) {
                hash = next(hash, entry);
                insert.setString(1, entry.at().toString());
                insert.setString(2, entry.actor());
                insert.setString(3, entry.action());
                insert.setString(4, entry.object());
                insert.setBoolean(5, entry.success());
                insert.setString(6, hash);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (var update = connection.prepareStatement("update audit_head set hash = ? where id = 1")) {
            update.setString(1, hash);
            update.executeUpdate();
        }
    }

    /** Locks the head, so that the nodes of a cluster write one after the other. */
    private static String head(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select hash from audit_head where id = 1 for update")) {
            result.next();
            return result.getString("hash");
        }
    }

    static List<Entry> newest(Connection connection, int limit) throws SQLException {
        var sql = "select " + COLUMNS + " from audit_entry order by id desc limit ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setInt(1, limit);
            try (var result = select.executeQuery()) {
                var entries = new ArrayList<Entry>();
                while (result.next()) {
                    entries.add(entry(result));
                }
                return entries;
            }
        }
    }

    /**
     * Recomputes the whole chain. Nobody appends meanwhile.
     *
     * @return the first entry that does not fit, 0 if entries are missing at the end, empty if all is well
     */
    static OptionalLong firstBroken(Connection connection) throws SQLException {
        var head = head(connection);
        var hash = "";
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_SIZE);
            try (var result = statement.executeQuery("select id, " + COLUMNS + " from audit_entry order by id")) {
                while (result.next()) {
                    hash = next(hash, entry(result));
                    if (!hash.equals(result.getString("hash"))) {
                        return OptionalLong.of(result.getLong("id"));
                    }
                }
            }
        }
        return hash.equals(head) ? OptionalLong.empty() : OptionalLong.of(0);
    }

    private static Entry entry(ResultSet result) throws SQLException {
        return new Entry(
                Instant.parse(result.getString("happened_at")),
                result.getString("actor"),
                result.getString("action"),
                result.getString("object"),
                result.getBoolean("success"));
    }

    /** Lengths stand before the texts, so that no two different entries have the same input. */
    private static String next(String previous, Entry entry) {
        var input = new StringBuilder(previous);
        for (var text : List.of(entry.at().toString(), entry.actor(), entry.action(), entry.object())) {
            input.append('|').append(text.length()).append(':').append(text);
        }
        return Tokens.sha256(input.append('|').append(entry.success()).toString());
    }
}
