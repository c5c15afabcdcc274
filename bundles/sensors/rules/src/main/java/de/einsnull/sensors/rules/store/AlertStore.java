package de.einsnull.sensors.rules.store;

import de.einsnull.bus.api.CityEvent;
import de.einsnull.data.api.Outbox;
import de.einsnull.sensors.rules.model.Alert;
import de.einsnull.sensors.rules.model.ReadingText;
import de.einsnull.sensors.rules.model.Rule;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The alerts. Each opening and closing goes out as an event, together with its row or not at all. Thread-safe. */
@Component(service = AlertStore.class)
public final class AlertStore {

    /** Type of the event that an alert was opened; its subject is the alert's id, the data has rule and thing. */
    public static final String OPENED = "de.einsnull.sensors.alert.opened.v1";

    /** Type of the event that an alert ended. */
    public static final String CLOSED = "de.einsnull.sensors.alert.closed.v1";

    private static final URI SOURCE = URI.create("/sensors/rules");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int LONGEST_NAME = 200;

    private final Database database;
    private final Outbox outbox;

    /**
     * Takes the database.
     *
     * @param database schema of this module
     * @param outbox takes the events
     */
    @Activate
    public AlertStore(@Reference Database database, @Reference Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Opens an alert within a transaction. */
    public long open(Connection c, Rule rule, long thing, String thingName, Instant at, List<ReadingText> readings)
            throws SQLException {
        long id = Sql.insert(
                c,
                "insert into alert (rule_id, rule_name, thing_id, thing_name, opened_at, acknowledged_by, readings)"
                        + " values (?, ?, ?, ?, ?, '', ?)",
                rule.id(),
                rule.name(),
                thing,
                thingName.substring(0, Math.min(LONGEST_NAME, thingName.length())),
                at,
                ReadingText.join(readings));
        tell(c, OPENED, id, rule.id(), thing, at);
        return id;
    }

    /** Ends the open alert of a rule and a thing within a transaction, not before it began. */
    public void close(Connection c, long rule, long thing, Instant at) throws SQLException {
        end(c, "rule_id = ? and thing_id = ?", at, rule, thing);
    }

    /** Ends all open alerts of a rule within a transaction. */
    void closeAll(Connection c, long rule, Instant at) throws SQLException {
        end(c, "rule_id = ?", at, rule);
    }

    private void end(Connection c, String which, Instant at, Object... arguments) throws SQLException {
        for (var alert :
                Sql.list(c, "select * from alert where closed_at is null and " + which, AlertStore::alert, arguments)) {
            var end = at.isBefore(alert.openedAt()) ? alert.openedAt() : at;
            Sql.update(c, "update alert set closed_at = ? where id = ?", end, alert.id());
            tell(c, CLOSED, alert.id(), alert.rule(), alert.thing(), end);
        }
    }

    private void tell(Connection c, String type, long id, long rule, long thing, Instant at) throws SQLException {
        String data = "{\"rule\":" + rule + ",\"thing\":" + thing + "}";
        outbox.append(c, CityEvent.of(SOURCE, type, Long.toString(id), at, data));
    }

    /** Those that are open, newest first, at most {@code limit}. */
    public List<Alert> open(int limit) throws SQLException {
        return list("where closed_at is null order by opened_at desc, id desc limit " + limit);
    }

    /** Those that ended, newest first, at most {@code limit}. */
    public List<Alert> closed(int limit) throws SQLException {
        return list("where closed_at is not null order by closed_at desc, id desc limit " + limit);
    }

    /** An alert. */
    public Optional<Alert> find(long id) throws SQLException {
        return list("where id = ?", id).stream().findFirst();
    }

    /**
     * Notes that somebody saw an alert; the first one counts.
     *
     * @return false if there is none, or somebody was first
     */
    public boolean acknowledge(long id, String account, Instant now) throws SQLException {
        return database.inTransaction(c -> Sql.update(
                        c,
                        "update alert set acknowledged_at = ?, acknowledged_by = ?"
                                + " where id = ? and acknowledged_at is null",
                        now,
                        account,
                        id)
                > 0);
    }

    /** How many alerts a rule opened before another one, within the hour before it. */
    public int openedBefore(Alert alert) throws SQLException {
        return database.inTransaction(c -> Sql.list(
                        c,
                        "select count(*) from alert where rule_id = ? and opened_at > ? and id < ?",
                        row -> row.getInt(1),
                        alert.rule(),
                        alert.openedAt().minus(HOUR),
                        alert.id())
                .get(0));
    }

    /** Removes what ended before a time. */
    public int forgetBefore(Instant time) throws SQLException {
        return database.inTransaction(c -> Sql.update(c, "delete from alert where closed_at < ?", time));
    }

    private List<Alert> list(String rest, Object... arguments) throws SQLException {
        return database.inTransaction(c -> Sql.list(c, "select * from alert " + rest, AlertStore::alert, arguments));
    }

    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                row.getLong("id"),
                row.getLong("rule_id"),
                row.getString("rule_name"),
                row.getLong("thing_id"),
                row.getString("thing_name"),
                Sql.instant(row, "opened_at").orElseThrow(),
                Sql.instant(row, "closed_at"),
                Sql.instant(row, "acknowledged_at"),
                row.getString("acknowledged_by"),
                ReadingText.split(row.getString("readings")));
    }
}
