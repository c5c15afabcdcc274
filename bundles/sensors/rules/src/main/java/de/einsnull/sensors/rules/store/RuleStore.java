package de.einsnull.sensors.rules.store;

import de.einsnull.sensors.rules.model.Condition;
import de.einsnull.sensors.rules.model.Operator;
import de.einsnull.sensors.rules.model.Rule;
import de.einsnull.sensors.rules.model.Selection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rules. Thread-safe. */
@Component(service = RuleStore.class)
public final class RuleStore {

    private static final int MOST = 1_000;

    private final Database database;
    private final AlertStore alerts;
    private final AtomicLong changes = new AtomicLong();

    /**
     * Takes the database.
     *
     * @param database schema of this module
     * @param alerts closes what a changed rule had opened
     */
    @Activate
    public RuleStore(@Reference Database database, @Reference AlertStore alerts) {
        this.database = database;
        this.alerts = alerts;
    }

    /** Grows with every change on this node. */
    public long version() {
        return changes.get();
    }

    /** All rules by name. */
    public List<Rule> all() throws SQLException {
        return database.inTransaction(c -> read(c, "", new Object[0]));
    }

    /** Those that watch. */
    public List<Rule> active(Connection connection) throws SQLException {
        return read(connection, "where active_since is not null", new Object[0]);
    }

    /** A rule. */
    public Optional<Rule> find(long id) throws SQLException {
        return database.inTransaction(c -> read(c, "where id = ?", id).stream().findFirst());
    }

    /**
     * Keeps a rule, new (id 0) or changed. It does not watch until it is switched on; what it had opened ends.
     *
     * @return its id, empty if the rule is no longer there
     */
    public Optional<Long> save(Rule rule, Instant now) throws SQLException {
        var id = database.inTransaction(c -> rule.id() == 0 ? Optional.of(insert(c, rule)) : change(c, rule, now));
        changes.incrementAndGet();
        return id;
    }

    /**
     * Switches a rule on or off. Off ends what it had opened.
     *
     * @return false if there is no such rule
     */
    public boolean setActive(long id, boolean active, Instant now) throws SQLException {
        boolean found = database.inTransaction(c -> {
            forget(c, id, now);
            return Sql.update(c, "update rule set active_since = ? where id = ?", active ? now : null, id) > 0;
        });
        changes.incrementAndGet();
        return found;
    }

    /** Removes a rule; its alerts stay, ended. */
    public void remove(long id, Instant now) throws SQLException {
        database.inTransaction(c -> {
            forget(c, id, now);
            return Sql.update(c, "delete from rule where id = ?", id);
        });
        changes.incrementAndGet();
    }

    private void forget(Connection c, long rule, Instant now) throws SQLException {
        Sql.list(c, "select id from evaluation_lock for update", row -> row.getInt(1));
        Sql.update(c, "delete from rule_state where rule_id = ?", rule);
        alerts.closeAll(c, rule, now);
    }

    private static long insert(Connection c, Rule rule) throws SQLException {
        long id = Sql.insert(
                c,
                "insert into rule (name, kind, group_name, thing_id, join_all, duration_s, team, mail)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                rule.name(),
                rule.selection().kind(),
                rule.selection().group(),
                rule.selection().thing(),
                rule.all(),
                rule.duration().toSeconds(),
                rule.team(),
                rule.mail());
        conditions(c, id, rule.conditions());
        return id;
    }

    private Optional<Long> change(Connection c, Rule rule, Instant now) throws SQLException {
        forget(c, rule.id(), now);
        int found = Sql.update(
                c,
                "update rule set name = ?, kind = ?, group_name = ?, thing_id = ?, join_all = ?, duration_s = ?, team = ?,"
                        + " mail = ?, active_since = null where id = ?",
                rule.name(),
                rule.selection().kind(),
                rule.selection().group(),
                rule.selection().thing(),
                rule.all(),
                rule.duration().toSeconds(),
                rule.team(),
                rule.mail(),
                rule.id());
        if (found == 0) {
            return Optional.empty();
        }
        Sql.update(c, "delete from rule_condition where rule_id = ?", rule.id());
        conditions(c, rule.id(), rule.conditions());
        return Optional.of(rule.id());
    }

    private static void conditions(Connection c, long rule, List<Condition> conditions) throws SQLException {
        for (int i = 0; i < conditions.size(); i++) {
            var one = conditions.get(i);
            Sql.update(
                    c,
                    "insert into rule_condition (rule_id, ordinal, channel, operator, threshold, hysteresis, word,"
                            + " silence_s, thing_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    rule,
                    i,
                    one.channel(),
                    one.operator().name(),
                    one.limit(),
                    one.hysteresis(),
                    one.word(),
                    one.silence().toSeconds(),
                    one.thing());
        }
    }

    private static List<Rule> read(Connection c, String where, Object... arguments) throws SQLException {
        Map<Long, List<Condition>> conditions = new TreeMap<>();
        Sql.list(c, "select * from rule_condition order by rule_id, ordinal", row -> conditions
                .computeIfAbsent(row.getLong("rule_id"), id -> new ArrayList<>())
                .add(condition(row)));
        String query = "select * from rule " + where + " order by name, id limit " + MOST;
        return Sql.list(c, query, row -> rule(row, conditions), arguments);
    }

    private static Condition condition(ResultSet row) throws SQLException {
        return new Condition(
                row.getString("channel"),
                Operator.valueOf(row.getString("operator")),
                row.getDouble("threshold"),
                row.getDouble("hysteresis"),
                row.getString("word"),
                Duration.ofSeconds(row.getLong("silence_s")),
                row.getLong("thing_id"));
    }

    private static Rule rule(ResultSet row, Map<Long, List<Condition>> conditions) throws SQLException {
        long id = row.getLong("id");
        return new Rule(
                id,
                row.getString("name"),
                new Selection(row.getString("kind"), row.getString("group_name"), row.getLong("thing_id")),
                row.getBoolean("join_all"),
                conditions.getOrDefault(id, List.of()),
                Duration.ofSeconds(row.getLong("duration_s")),
                row.getString("team"),
                row.getString("mail"),
                Sql.instant(row, "active_since"));
    }
}
