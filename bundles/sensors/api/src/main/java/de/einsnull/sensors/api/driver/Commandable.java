package de.einsnull.sensors.api.driver;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A driver whose devices can be told to do something. Implement it beside {@link Listening} or {@link Polled}. */
@ConsumerType
public interface Commandable extends SensorDriver {

    /**
     * What its devices understand. Called from any thread while the driver is open.
     *
     * @return the commands
     */
    List<CommandType> commands();

    /**
     * Tells a device. Runs on the lane of the instance like every other call, so never while it receives or polls. May
     * block up to {@value Limits#COMMAND_SECONDS} seconds.
     *
     * @param command the command; its name is one of {@link #commands()} and its parameters have their types
     * @return what became of it
     * @throws DriverException if it cannot be sent now; the host does not try again by itself
     */
    CommandResult execute(Command command) throws DriverException;
}
