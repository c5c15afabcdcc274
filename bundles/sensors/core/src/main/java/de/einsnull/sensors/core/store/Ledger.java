package de.einsnull.sensors.core.store;

import de.einsnull.sensors.api.DriverInstances.LedgerRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Table of what happened to everything that came in. */
public final class Ledger {

    private static final String ADD = "merge into ledger t using (values (cast(? as varchar), cast(? as varchar),"
            + " cast(? as bigint), cast(? as timestamp(6) with time zone))) s (instance, outcome, amount, last_at)"
            + " on t.instance = s.instance and t.outcome = s.outcome"
            + " when matched then update set amount = t.amount + s.amount, last_at = s.last_at"
            + " when not matched then insert (instance, outcome, amount, last_at)"
            + " values (s.instance, s.outcome, s.amount, s.last_at)";

    private Ledger() {}

    /** Adds counts in the transaction of the connection. */
    public static void add(Connection connection, Collection<LedgerRow> counts) throws SQLException {
        try (var statement = connection.prepareStatement(ADD)) {
            for (LedgerRow row : counts) {
                statement.setString(1, row.instance());
                statement.setString(2, row.outcome());
                statement.setLong(3, row.count());
                statement.setObject(4, Times.column(row.last()));
                statement.executeUpdate();
            }
        }
    }

    /** All rows by instance and outcome. */
    public static List<LedgerRow> list(Connection connection) throws SQLException {
        var all = new ArrayList<LedgerRow>();
        var sql = "select instance, outcome, amount, last_at from ledger order by instance, outcome";
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(new LedgerRow(rows.getString(1), rows.getString(2), rows.getLong(3), Times.read(rows, 4)));
            }
        }
        return all;
    }

    /** A count of now. */
    public static LedgerRow count(String instance, String outcome, long amount, Instant at) {
        return new LedgerRow(instance, outcome, amount, at);
    }
}
