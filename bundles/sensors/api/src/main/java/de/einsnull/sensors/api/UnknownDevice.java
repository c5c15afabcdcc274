package de.einsnull.sensors.api;

import java.time.Instant;

/**
 * A device that sends but is not registered. Its messages are kept as dead letters and are stored when it has been
 * registered and they are replayed.
 *
 * @param instance driver instance that hears it
 * @param externalId what the driver calls it
 * @param firstSeen when it was first heard (UTC)
 * @param lastSeen when it was last heard (UTC)
 * @param messages how often it was heard
 */
public record UnknownDevice(String instance, String externalId, Instant firstSeen, Instant lastSeen, long messages) {}
