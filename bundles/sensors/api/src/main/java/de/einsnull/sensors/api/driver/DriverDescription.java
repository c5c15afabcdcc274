package de.einsnull.sensors.api.driver;

import de.einsnull.sensors.api.Channel;
import java.util.List;

/**
 * What a driver instance is.
 *
 * @param name what kind of driver it is, for people: {@code MQTT with JSON}
 * @param channels channels that the driver itself knows; empty if they come from the codec of each device's model
 */
public record DriverDescription(String name, List<Channel> channels) {

    /** Copies the list. */
    public DriverDescription {
        channels = List.copyOf(channels);
    }
}
