package de.einsnull.sensors.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A thing in the city: a parking bay, a weather station.
 *
 * @param id identifies it
 * @param name what people call it
 * @param description a sentence about it, may be empty
 * @param kind see {@link Kinds}
 * @param group what it belongs to (a car park, a district), may be empty
 * @param position where it is, empty if not stated
 * @param location id of its location, 0 if it has none
 * @param demo whether it is made up for demonstration
 * @param properties further facts, such as {@code accessible=true} for a wide bay
 * @param datastreams its series, by channel id
 */
public record Thing(
        long id,
        String name,
        String description,
        String kind,
        String group,
        Optional<Position> position,
        long location,
        boolean demo,
        Map<String, String> properties,
        List<Datastream> datastreams) {

    /** Copies the collections. */
    public Thing {
        properties = Map.copyOf(properties);
        datastreams = List.copyOf(datastreams);
    }

    /**
     * The series of a channel.
     *
     * @param channel channel id
     * @return the datastream, empty if the thing has none
     */
    public Optional<Datastream> datastream(String channel) {
        return datastreams.stream()
                .filter(d -> d.channel().id().equals(channel))
                .findFirst();
    }
}
