package de.einsnull.sensors.api;

import java.time.Instant;
import java.util.Optional;

/**
 * A registered device.
 *
 * @param id identifies it
 * @param thing id of the thing it observes for
 * @param registration what was stated about it
 * @param lastSeen when its newest observation was received (UTC), empty before the first
 */
public record Device(long id, long thing, DeviceRegistration registration, Optional<Instant> lastSeen) {}
