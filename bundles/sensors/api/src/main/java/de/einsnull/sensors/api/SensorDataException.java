package de.einsnull.sensors.api;

/** Sensor data cannot be read or changed now, usually because the database is away. Trying later may help. */
public class SensorDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, for a log reader
     * @param cause why
     */
    public SensorDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
