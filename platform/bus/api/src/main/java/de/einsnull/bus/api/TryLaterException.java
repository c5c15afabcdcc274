package de.einsnull.bus.api;

/**
 * Thrown by a receiver that cannot work at the moment for a reason that has nothing to do with the messages, for example
 * because the database is away. The same messages come again after the retry delay, with growing pauses of up to half a
 * minute, and this does not count as an attempt: nothing becomes a dead letter because of it.
 */
public class TryLaterException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is missing, for the operator
     * @param cause why, may be null
     */
    public TryLaterException(String message, Throwable cause) {
        super(message, cause);
    }
}
