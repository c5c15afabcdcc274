package de.einsnull.sensors.api.driver;

import de.einsnull.sensors.api.DriverCause;

/** A driver cannot work now. The host shows cause and message to the operator and tries again later. */
public class DriverException extends Exception {

    private static final long serialVersionUID = 1L;

    private final DriverCause reason;

    /**
     * Creates the exception.
     *
     * @param reason what kind of trouble it is
     * @param message what exactly, one English sentence without secrets
     */
    public DriverException(DriverCause reason, String message) {
        this(reason, message, null);
    }

    /**
     * Creates the exception.
     *
     * @param reason what kind of trouble it is
     * @param message what exactly, one English sentence without secrets
     * @param cause why, may be null
     */
    public DriverException(DriverCause reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * What kind of trouble it is.
     *
     * @return the reason
     */
    public DriverCause reason() {
        return reason;
    }
}
