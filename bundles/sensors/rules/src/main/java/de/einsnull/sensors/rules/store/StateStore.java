package de.einsnull.sensors.rules.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** What rules keep in mind for each thing. Thread-safe. */
@Component(service = StateStore.class)
public final class StateStore {

    /**
     * A rule and a thing.
     *
     * @param rule id of the rule
     * @param thing id of the thing
     */
    public record Key(long rule, long thing) {}

    /** Waits until no other node evaluates; until the end of the transaction none will. */
    public void lock(Connection c) throws SQLException {
        Sql.list(c, "select id from evaluation_lock for update", row -> row.getInt(1));
    }

    /** All states. */
    public Map<Key, String> all(Connection c) throws SQLException {
        var states = new HashMap<Key, String>();
        Sql.list(
                c,
                "select rule_id, thing_id, state from rule_state",
                row -> states.put(new Key(row.getLong(1), row.getLong(2)), row.getString(3)));
        return states;
    }

    /** Keeps a state. */
    public void put(Connection c, Key key, String state) throws SQLException {
        int known = Sql.update(
                c,
                "update rule_state set state = ? where rule_id = ? and thing_id = ?",
                state,
                key.rule(),
                key.thing());
        if (known == 0) {
            Sql.update(
                    c,
                    "insert into rule_state (rule_id, thing_id, state) values (?, ?, ?)",
                    key.rule(),
                    key.thing(),
                    state);
        }
    }

    /** Forgets a state, because the thing is gone. */
    public void remove(Connection c, Key key) throws SQLException {
        Sql.update(c, "delete from rule_state where rule_id = ? and thing_id = ?", key.rule(), key.thing());
    }
}
