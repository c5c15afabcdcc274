package de.einsnull.sensors.core.retention;

import de.einsnull.sensors.api.Retention.What;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Empties tables of months of which nothing is to be kept, on PostgreSQL: at once, whatever is in them, and the space is
 * given back. The empty table stays, so that nobody who stores something late has to know.
 */
final class WholeMonths {

    private static final Pattern NAME = Pattern.compile("observation_(\\d{4})_(\\d{2})");

    private static final String TABLES = "select c.relname from pg_inherits h join pg_class c on c.oid = h.inhrelid"
            + " where h.inhparent = 'observation'::regclass and pg_relation_size(c.oid) > 0 order by c.relname";

    private WholeMonths() {}

    /** A month with a table that has something in it. */
    record Month(String table, Instant end) {}

    /** Months that were over before a time. */
    static List<Month> before(Connection c, Instant time) throws SQLException {
        var months = new ArrayList<Month>();
        try (var statement = c.prepareStatement(TABLES);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var name = NAME.matcher(rows.getString(1));
                if (name.matches()) {
                    var month = YearMonth.of(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2)));
                    var end = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
                    if (!end.isAfter(time)) {
                        months.add(new Month(rows.getString(1), end));
                    }
                }
            }
        }
        return months;
    }

    /**
     * Empties the table of a month if all of it goes.
     *
     * @return datastreams that have no observation left
     */
    static Set<Long> empty(Connection c, Month month, Map<Long, Cut> cuts, Instant now) throws SQLException {
        run(c, "set local lock_timeout = '3s'");
        run(c, "lock table " + month.table() + " in access exclusive mode");
        var counts = counts(c, month);
        boolean all = counts.keySet().stream()
                .allMatch(s -> cuts.containsKey(s) && !cuts.get(s).before().isBefore(month.end()));
        if (!all || counts.isEmpty()) {
            return Set.of();
        }
        run(c, "truncate table " + month.table());
        var byRule = new TreeMap<Long, Map<Long, Long>>();
        counts.forEach((stream, count) -> byRule.computeIfAbsent(
                        cuts.get(stream).rule().observedProperty(), r -> new TreeMap<>())
                .put(stream, count));
        var empty = new TreeSet<Long>();
        for (var removed : byRule.values()) {
            var rule = cuts.get(removed.keySet().iterator().next()).rule();
            long sum = removed.values().stream().mapToLong(Long::longValue).sum();
            RemovalLog.add(c, rule, What.OBSERVATIONS, month.end(), sum, now);
            empty.addAll(new Expiry(c, now).follow(removed, month.end()));
        }
        return empty;
    }

    private static Map<Long, Long> counts(Connection c, Month month) throws SQLException {
        var counts = new TreeMap<Long, Long>();
        var sql = "select datastream_id, count(*) from " + month.table() + " group by datastream_id";
        try (var statement = c.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                counts.put(rows.getLong(1), rows.getLong(2));
            }
        }
        return counts;
    }

    private static void run(Connection c, String sql) throws SQLException {
        try (var statement = c.createStatement()) {
            statement.execute(sql);
        }
    }
}
