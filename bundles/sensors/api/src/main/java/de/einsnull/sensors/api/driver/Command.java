package de.einsnull.sensors.api.driver;

import de.einsnull.sensors.api.Value;
import java.util.Map;
import java.util.Objects;

/**
 * Something that a device is to do.
 *
 * @param id identifies the order; a driver that sees the same id again has been given the same order again
 * @param device what the driver calls the device
 * @param name one of {@link Commandable#commands()}
 * @param parameters values of the command's parameters by name; checked against its {@link CommandType} before
 */
public record Command(String id, String device, String name, Map<String, Value> parameters) {

    /** Copies the map. */
    public Command {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(name, "name");
        parameters = Map.copyOf(parameters);
    }
}
