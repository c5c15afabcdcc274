package de.einsnull.sensors.api;

import java.util.Optional;

/**
 * One series of observations of a thing.
 *
 * @param id identifies it
 * @param thing id of its thing
 * @param name name in the language of the city
 * @param channel what it delivers, with unit and observed property
 * @param sensor id of the device model that observes; see {@link SensorModel}
 * @param observedProperty id of the observed property; see {@link ObservedProperty}
 * @param open whether everybody may read it
 * @param licence SPDX id or URI of the licence of open data, empty if none was stated
 * @param last newest observation by phenomenon time, empty before the first
 */
public record Datastream(
        long id,
        long thing,
        String name,
        Channel channel,
        long sensor,
        long observedProperty,
        boolean open,
        String licence,
        Optional<Observation> last) {}
