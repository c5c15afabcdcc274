package de.einsnull.sensors.core.retention;

import de.einsnull.sensors.api.Retention.Removal;
import de.einsnull.sensors.api.Retention.Rule;
import de.einsnull.sensors.api.Retention.What;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The record of what was removed: each row vouches for the one before. Written by one job, so by one at a time. */
final class RemovalLog {

    private static final String COLUMNS =
            "id, property, definition, what, removed_before, amount, removed_at, reason, digest";
    private static final String ALL = "select " + COLUMNS + " from retention_removal order by id";
    private static final String NEWEST = ALL + " desc fetch first ? rows only";

    private RemovalLog() {}

    /** Adds a row in the transaction that removes. */
    static void add(Connection c, Rule rule, What what, Instant before, long count, Instant now) throws SQLException {
        var last = newest(c, 1);
        var bare = new Removal(
                last.isEmpty() ? 1 : last.get(0).id() + 1,
                rule.name(),
                rule.definition(),
                what,
                before,
                count,
                now.truncatedTo(ChronoUnit.MICROS),
                rule.reason(),
                "");
        try (var statement = c.prepareStatement(
                "insert into retention_removal (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.setLong(1, bare.id());
            statement.setString(2, bare.property());
            statement.setString(3, bare.definition());
            statement.setString(4, what.name());
            statement.setObject(5, before.atOffset(ZoneOffset.UTC));
            statement.setLong(6, count);
            statement.setObject(7, bare.at().atOffset(ZoneOffset.UTC));
            statement.setString(8, bare.reason());
            statement.setString(
                    9, digest(bare, last.isEmpty() ? "" : last.get(0).digest()));
            statement.executeUpdate();
        }
    }

    static List<Removal> newest(Connection c, int limit) throws SQLException {
        try (var statement = c.prepareStatement(NEWEST)) {
            statement.setInt(1, limit);
            try (var rows = statement.executeQuery()) {
                var all = new ArrayList<Removal>();
                while (rows.next()) {
                    all.add(row(rows));
                }
                return all;
            }
        }
    }

    static boolean isIntact(Connection c) throws SQLException {
        try (var statement = c.prepareStatement(ALL);
                var rows = statement.executeQuery()) {
            var before = "";
            for (long id = 1; rows.next(); id++) {
                var one = row(rows);
                if (one.id() != id || !one.digest().equals(digest(one, before))) {
                    return false;
                }
                before = one.digest();
            }
            return true;
        }
    }

    private static Removal row(ResultSet r) throws SQLException {
        return new Removal(
                r.getLong(1),
                r.getString(2),
                r.getString(3),
                What.valueOf(r.getString(4)),
                r.getObject(5, OffsetDateTime.class).toInstant(),
                r.getLong(6),
                r.getObject(7, OffsetDateTime.class).toInstant(),
                r.getString(8),
                r.getString(9));
    }

    private static String digest(Removal one, String before) {
        var text = String.join(
                "\n",
                before,
                String.valueOf(one.id()),
                one.property(),
                one.definition(),
                one.what().name(),
                one.before().toString(),
                String.valueOf(one.count()),
                one.at().toString(),
                one.reason());
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
