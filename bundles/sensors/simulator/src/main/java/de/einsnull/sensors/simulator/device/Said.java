package de.einsnull.sensors.simulator.device;

/**
 * A message as a device's network would send it.
 *
 * @param topic MQTT topic
 * @param payload JSON in UTF-8
 */
public record Said(String topic, byte[] payload) {}
