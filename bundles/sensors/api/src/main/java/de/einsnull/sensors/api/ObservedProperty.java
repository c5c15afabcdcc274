package de.einsnull.sensors.api;

/**
 * What is observed, for example air temperature.
 *
 * @param id identifies it
 * @param definition URI; see {@link ObservedProperties}
 * @param name short name
 */
public record ObservedProperty(long id, String definition, String name) {}
