package de.einsnull.settings.api;

/** Settings could not be read or kept; the message says what to look at. */
public class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what could not be done, without values
     * @param cause why
     */
    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
