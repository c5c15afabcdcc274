package de.einsnull.sensors.core.codec;

import de.einsnull.sensors.api.Channel;
import java.util.List;

/**
 * What is known about a model of device.
 *
 * @param id id of the model, or of the driver instance for devices without one
 * @param name name for people
 * @param datasheet address of its documentation, may be empty
 * @param channels what it delivers
 */
public record ModelInfo(String id, String name, String datasheet, List<Channel> channels) {

    /** Copies the list. */
    public ModelInfo {
        channels = List.copyOf(channels);
    }
}
