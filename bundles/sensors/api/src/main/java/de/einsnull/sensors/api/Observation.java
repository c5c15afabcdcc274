package de.einsnull.sensors.api;

import java.time.Instant;

/**
 * One stored value.
 *
 * @param datastream id of the datastream
 * @param phenomenonTime when it was so in the world (UTC)
 * @param resultTime when the platform received it (UTC)
 * @param sequence counter of the device; together with datastream and phenomenon time it identifies the observation
 * @param value what was observed
 */
public record Observation(long datastream, Instant phenomenonTime, Instant resultTime, long sequence, Value value) {}
