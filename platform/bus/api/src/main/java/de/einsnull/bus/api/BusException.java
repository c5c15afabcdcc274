package de.einsnull.bus.api;

/** The broker is not reachable, refused a message or the arguments were not acceptable to it. */
public class BusException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, for a log reader
     * @param cause why
     */
    public BusException(String message, Throwable cause) {
        super(message, cause);
    }
}
