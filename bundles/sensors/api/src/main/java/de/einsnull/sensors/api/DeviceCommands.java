package de.einsnull.sensors.api;

import de.einsnull.sensors.api.driver.CommandResult;
import de.einsnull.sensors.api.driver.CommandType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells devices to do something. Every order is kept with who gave it before anything is sent, and stands in the audit trail
 * with what became of it. Safe for use by several threads.
 */
@ProviderType
public interface DeviceCommands {

    /** Role of those who may give commands; city IT may as well. */
    String OPERATOR = "sensors.operator";

    /** Most orders of a device that are kept. */
    int MOST_KEPT = 200;

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
     * @throws SensorDataException if the order cannot be kept; then nothing was sent
     */
    CommandResult execute(long device, String command, Map<String, Value> parameters, String actor);

    /**
     * Like {@link #execute}, without waiting for the driver: what is wrong with the order is thrown at once.
     *
     * @param device id of the device
     * @param command one of {@link #commands}
     * @param parameters values of its parameters
     * @param actor account that gives the order
     * @return completes with what became of it, never exceptionally
     * @throws IllegalArgumentException as {@link #execute}
     * @throws SensorDataException as {@link #execute}
     */
    CompletionStage<CommandResult> submit(long device, String command, Map<String, Value> parameters, String actor);

    /**
     * Orders that a device was given, the latest first.
     *
     * @param device id of the device
     * @param limit 1 to {@value #MOST_KEPT}
     * @return the orders
     * @throws SensorDataException if the database cannot be asked
     */
    List<Order> history(long device, int limit);

    /**
     * An order.
     *
     * @param id identifies it; the driver was given the same
     * @param command name of the command
     * @param parameters values of its parameters
     * @param actor account that gave it
     * @param at when (UTC)
     * @param result what became of it, empty while the driver has not answered
     */
    record Order(
            String id,
            String command,
            Map<String, Value> parameters,
            String actor,
            Instant at,
            Optional<CommandResult> result) {

        /** Copies the map. */
        public Order {
            parameters = Map.copyOf(parameters);
        }
    }
}
