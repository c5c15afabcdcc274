package de.einsnull.portal.shell.guard;

/** A bundle answered more than is sent. */
public final class TooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what was too large. */
    public TooLargeException(String message) {
        super(message);
    }
}
