package de.einsnull.sensors.api.driver;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a device said at one time.
 *
 * @param device what the driver calls the device, as it is registered; 1 to 128 characters
 * @param sequence counter of the device that tells two reports of the same time apart (LoRaWAN: fCnt), 0 if it has none
 * @param receivedAt when the report was received (UTC)
 * @param readings the values, at most {@value Limits#READINGS}
 */
public record Report(String device, long sequence, Instant receivedAt, List<Reading> readings) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the device is blank or too long, or there are too many readings
     */
    public Report {
        Objects.requireNonNull(receivedAt, "receivedAt");
        readings = List.copyOf(readings);
        if (device.isBlank() || device.length() > 128) {
            throw new IllegalArgumentException("Not a device id (1 to 128 characters)");
        }
        if (readings.size() > Limits.READINGS) {
            throw new IllegalArgumentException(readings.size() + " readings, at most " + Limits.READINGS);
        }
    }
}
