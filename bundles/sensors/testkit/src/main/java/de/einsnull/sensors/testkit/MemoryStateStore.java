package de.einsnull.sensors.testkit;

import de.einsnull.sensors.api.driver.StateStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what a driver stores, with the limits of the real store. Safe for use by several threads. */
public final class MemoryStateStore implements StateStore {

    private static final int MAX_KEY_CHARS = 100;
    private static final int MAX_VALUE_CHARS = 4_000;

    private final Map<String, String> values = new ConcurrentHashMap<>();

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public void put(String key, String value) {
        if (key.isEmpty() || key.length() > MAX_KEY_CHARS || value.length() > MAX_VALUE_CHARS) {
            throw new IllegalArgumentException("A key has 1 to 100 characters, a value at most 4,000");
        }
        values.put(key, value);
    }
}
