package de.einsnull.sensors.api;

/**
 * A model of device (a "Sensor" of SensorThings).
 *
 * @param id identifies it
 * @param model id of the model, as its codec or driver states it
 * @param name name for people
 * @param datasheet address of its documentation, may be empty
 */
public record SensorModel(long id, String model, String name, String datasheet) {}
