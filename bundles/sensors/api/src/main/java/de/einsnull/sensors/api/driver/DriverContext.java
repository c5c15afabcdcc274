package de.einsnull.sensors.api.driver;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverState;
import java.time.Clock;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What the host offers to a driver instance. Safe for use by several threads, including threads of the driver. */
@ProviderType
public interface DriverContext {

    /**
     * Name of the instance.
     *
     * @return the value of {@link SensorDriver#INSTANCE}
     */
    String instance();

    /**
     * Hands over what a device said. Within {@link Listening#receive} the readings become durable together with the
     * acknowledgement of the message; elsewhere the call returns when the readings are in the durable queue. They are
     * stored once, even if they are emitted twice with the same device, sequence and time.
     *
     * @param report the readings
     * @return what became of them
     */
    Emit emit(Report report);

    /**
     * Decodes a payload with the codec of the device's model. The codec runs under the host's guard: it cannot block the
     * driver for longer than {@value Limits#DECODE_SECONDS} seconds.
     *
     * @param frame what the device sent
     * @return its readings, empty if the frame has none
     * @throws UndecodableFrameException if the device is not registered, there is no codec for its model, or the codec
     *     failed; the code says which. A driver lets it pass through {@link Listening#receive}
     */
    List<Reading> decode(Frame frame) throws UndecodableFrameException;

    /**
     * Says how the instance is.
     *
     * @param state {@code ONLINE}, {@code DEGRADED} or {@code OFFLINE}
     * @param cause why
     * @param detail what exactly, one English sentence without secrets or personal data
     * @throws IllegalArgumentException for a state that only the host sets
     */
    void status(DriverState state, DriverCause cause, String detail);

    /**
     * Counts in the ledger of the instance.
     *
     * @param outcome a code; see {@code Outcomes}. At most 64 different ones for each instance
     * @param amount zero or more
     */
    void count(String outcome, long amount);

    /**
     * Small facts that survive updates and restarts, such as the last position in a feed.
     *
     * @return the store of the instance
     */
    StateStore state();

    /**
     * The time. Drivers take it from here so that tests can set it.
     *
     * @return the clock, UTC
     */
    Clock clock();
}
