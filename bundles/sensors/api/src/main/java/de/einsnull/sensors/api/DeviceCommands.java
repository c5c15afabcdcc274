package de.einsnull.sensors.api;

import de.einsnull.sensors.api.driver.CommandResult;
import de.einsnull.sensors.api.driver.CommandType;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Tells devices to do something. Every order is in the audit trail with who gave it. Safe for use by several threads. */
@ProviderType
public interface DeviceCommands {

    /**
     * What a device understands.
     *
     * @param device id of the device
     * @return the commands of its driver; empty if there is no such device, or its driver is not open or takes none
     */
    List<CommandType> commands(long device);

    /**
     * Tells a device and waits for the answer of its driver, up to about fifteen seconds. Not tried again by itself.
     *
     * @param device id of the device
     * @param command one of {@link #commands}
     * @param parameters values of its parameters
     * @param actor account that gives the order
     * @return what became of it
     * @throws IllegalArgumentException if there is no such device or command, or the parameters are not those of the
     *     command; the message says what is wrong
     */
    CommandResult execute(long device, String command, Map<String, Value> parameters, String actor);
}
