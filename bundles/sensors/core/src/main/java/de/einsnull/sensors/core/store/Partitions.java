package de.einsnull.sensors.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Tables of one month of observations each, on PostgreSQL; made before they are needed. Thread-safe. */
public final class Partitions {

    private static final YearMonth FIRST = YearMonth.of(2000, 1);
    private static final YearMonth END = YearMonth.of(2100, 1);

    /** Of all statements of this kind, so that two nodes do not make the same table at once. */
    private static final long LOCK = 4_711_001L;

    private final SensorDatabase database;
    private final Set<YearMonth> there = ConcurrentHashMap.newKeySet();

    Partitions(SensorDatabase database) {
        this.database = database;
    }

    /** Makes what these times need. Not within a transaction that has observations, which would wait for itself. */
    void ensure(Collection<Instant> times) throws SQLException {
        if (!database.isPostgres()) {
            return;
        }
        var missing = new TreeSet<YearMonth>();
        for (Instant time : times) {
            var month = YearMonth.from(time.atOffset(ZoneOffset.UTC));
            if (!month.isBefore(FIRST) && month.isBefore(END) && !there.contains(month)) {
                missing.add(month);
            }
        }
        if (!missing.isEmpty()) {
            database.inTransaction(c -> create(c, missing));
            there.addAll(missing);
        }
    }

    /** The same within a transaction; two of them can get in each other's way, and PostgreSQL then ends one. */
    void ensureWithin(Connection connection, Instant time) throws SQLException {
        var month = YearMonth.from(time.atOffset(ZoneOffset.UTC));
        if (database.isPostgres() && !month.isBefore(FIRST) && month.isBefore(END) && !there.contains(month)) {
            create(connection, Set.of(month));
        }
    }

    /** The table of a month. */
    static String name(YearMonth month) {
        return String.format(Locale.ROOT, "observation_%04d_%02d", month.getYear(), month.getMonthValue());
    }

    private static boolean create(Connection connection, Set<YearMonth> months) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            for (YearMonth month : months) {
                statement.execute(String.format(
                        Locale.ROOT,
                        "create table if not exists %s partition of observation"
                                + " for values from ('%s-01 00:00:00+00') to ('%s-01 00:00:00+00')",
                        name(month),
                        month,
                        month.plusMonths(1)));
            }
        }
        return true;
    }
}
