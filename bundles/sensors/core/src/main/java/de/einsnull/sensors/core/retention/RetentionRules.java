package de.einsnull.sensors.core.retention;

import de.einsnull.sensors.api.Retention;
import de.einsnull.sensors.core.store.SensorDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tables of rules and of what was removed. */
@Component
public final class RetentionRules implements Retention {

    private static final int MOST_LISTED = 1_000;

    private static final String LIST = "select p.id, p.name, p.definition, coalesce(r.raw_days, 0),"
            + " coalesce(r.rollup_days, 0), coalesce(r.reason, '') from observed_property p"
            + " left join retention r on r.observed_property_id = p.id order by p.name, p.id";

    private final SensorDatabase database;

    @Activate
    public RetentionRules(@Reference SensorDatabase database) {
        this.database = database;
    }

    @Override
    public List<Rule> rules() {
        return database.call("list how long what is kept", RetentionRules::list);
    }

    static List<Rule> list(Connection c) throws SQLException {
        var rules = new ArrayList<Rule>();
        try (var statement = c.prepareStatement(LIST);
                var r = statement.executeQuery()) {
            while (r.next()) {
                rules.add(new Rule(
                        r.getLong(1), r.getString(2), r.getString(3), r.getInt(4), r.getInt(5), r.getString(6)));
            }
        }
        return rules;
    }

    @Override
    public boolean set(long observedProperty, int rawDays, int rollupDays, String reason) {
        check(rawDays, rollupDays, reason);
        return database.call("change how long something is kept", c -> {
            update(c, "delete from retention where observed_property_id = ?", observedProperty);
            return update(
                            c,
                            "insert into retention (observed_property_id, raw_days, rollup_days, reason)"
                                    + " select id, ?, ?, ? from observed_property where id = ?",
                            rawDays,
                            rollupDays,
                            reason.strip(),
                            observedProperty)
                    > 0;
        });
    }

    private static void check(int rawDays, int rollupDays, String reason) {
        if (rawDays < 0 || rawDays > MOST_DAYS || rollupDays < 0 || rollupDays > MOST_DAYS) {
            throw new IllegalArgumentException("0 to " + MOST_DAYS + " days can be said");
        }
        if (rollupDays > 0 && (rawDays == 0 || rollupDays < rawDays)) {
            throw new IllegalArgumentException("Means cannot go before what they are made of");
        }
        if (reason.length() > LONGEST_REASON || (rawDays > 0 && reason.isBlank())) {
            throw new IllegalArgumentException("A reason of 1 to " + LONGEST_REASON + " characters is needed");
        }
    }

    private static int update(Connection c, String sql, Object... values) throws SQLException {
        try (var statement = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    @Override
    public List<Removal> removals(int limit) {
        if (limit < 1 || limit > MOST_LISTED) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST_LISTED);
        }
        return database.call("list what was removed", c -> RemovalLog.newest(c, limit));
    }

    @Override
    public boolean isIntact() {
        return database.call("look through the record of removals", RemovalLog::isIntact);
    }
}
