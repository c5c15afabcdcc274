package de.einsnull.sensors.api.driver;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A driver that gets messages from the message bus: what devices and gateways publish by MQTT or AMQP, and what a webhook
 * took in. The host subscribes durably in the name of the instance, so messages are collected while the driver is being
 * updated or is offline.
 */
@ConsumerType
public interface Listening extends SensorDriver {

    /**
     * Which topics the instance wants. Asked once before {@link #open}.
     *
     * @return one or more MQTT topic filters
     */
    List<String> topicFilters();

    /**
     * Handles one message: reads it and {@linkplain DriverContext#emit emits} what it says. Returning normally acknowledges
     * the message and stores what was emitted, both in one transaction; after a crash in between the message comes again.
     * A message without readings is acknowledged by just returning.
     *
     * @param message the message
     * @throws UndecodableFrameException if the message cannot be understood: nothing is emitted, and the message is kept
     *     for the operator
     * @throws DriverException if it cannot be handled now; the message comes again later
     */
    void receive(RawMessage message) throws UndecodableFrameException, DriverException;
}
