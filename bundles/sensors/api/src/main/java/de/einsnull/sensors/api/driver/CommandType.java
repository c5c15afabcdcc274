package de.einsnull.sensors.api.driver;

import de.einsnull.sensors.api.ValueType;
import java.util.Map;
import java.util.Objects;

/**
 * A command that the devices of a driver understand.
 *
 * @param name lower-case letters, digits and hyphens, at most 64: {@code set-interval}
 * @param title what it does, for people, in English; in other languages under the key {@code command.<name>}
 * @param parameters type of each parameter by name; all of them must be given
 */
public record CommandType(String name, String title, Map<String, ValueType> parameters) {

    /**
     * Copies the map.
     *
     * @throws IllegalArgumentException if the name is malformed
     */
    public CommandType {
        Objects.requireNonNull(title, "title");
        parameters = Map.copyOf(parameters);
        if (!name.matches("[a-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("Not a name of a command: '" + name + "'");
        }
    }
}
