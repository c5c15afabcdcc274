package de.einsnull.sensors.core.store;

import de.einsnull.sensors.api.driver.StateStore;
import java.util.Optional;

/** Memory of one driver instance in the database. */
public final class DriverStates implements StateStore {

    private static final int MAX_KEY = 100;
    private static final int MAX_CONTENT = 4_000;

    private static final String PUT = "merge into driver_state t using (values (cast(? as varchar), cast(? as varchar),"
            + " cast(? as varchar))) s (instance, name, content) on t.instance = s.instance and t.name = s.name"
            + " when matched then update set content = s.content"
            + " when not matched then insert (instance, name, content) values (s.instance, s.name, s.content)";

    private final SensorDatabase database;
    private final String instance;

    public DriverStates(SensorDatabase database, String instance) {
        this.database = database;
        this.instance = instance;
    }

    @Override
    public Optional<String> get(String key) {
        return database.call("read the state of a driver", c -> {
            try (var statement =
                    c.prepareStatement("select content from driver_state where instance = ? and name = ?")) {
                statement.setString(1, instance);
                statement.setString(2, key);
                try (var row = statement.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public void put(String key, String value) {
        if (key.isEmpty() || key.length() > MAX_KEY || value.length() > MAX_CONTENT) {
            throw new IllegalArgumentException("A key has 1 to 100 characters, a value at most 4,000");
        }
        database.call("keep the state of a driver", c -> {
            try (var statement = c.prepareStatement(PUT)) {
                statement.setString(1, instance);
                statement.setString(2, key);
                statement.setString(3, value);
                return statement.executeUpdate();
            }
        });
    }
}
