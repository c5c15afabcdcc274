package de.einsnull.sensors.api.driver;

import de.einsnull.sensors.api.Outcomes;

/** A message or payload cannot be understood, and trying again would not help. It is kept and shown to the operator. */
public class UndecodableFrameException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String outcome;

    /**
     * A codec cannot decode a payload.
     *
     * @param message what is wrong with it, in English: {@code expected 11 bytes, got 3}
     */
    public UndecodableFrameException(String message) {
        this(Outcomes.UNDECODABLE, message, null);
    }

    /**
     * A message cannot be understood.
     *
     * @param outcome code for ledger and dead letter; see {@link Outcomes}
     * @param message what is wrong with it, in English
     * @param cause why, may be null
     */
    public UndecodableFrameException(String outcome, String message, Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
    }

    /**
     * Code for ledger and dead letter.
     *
     * @return the code
     */
    public String outcome() {
        return outcome;
    }
}
