package de.einsnull.sensors.api.driver;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Durable memory of a driver instance, for small things. Safe for use by several threads. */
@ProviderType
public interface StateStore {

    /**
     * Reads.
     *
     * @param key 1 to 100 characters
     * @return the value, empty if none was stored
     * @throws de.einsnull.sensors.api.SensorDataException if the database cannot be asked
     */
    Optional<String> get(String key);

    /**
     * Stores, replacing what was there. Durable when it returns.
     *
     * @param key 1 to 100 characters
     * @param value at most 4,000 characters
     * @throws de.einsnull.sensors.api.SensorDataException if the database cannot be reached
     */
    void put(String key, String value);
}
