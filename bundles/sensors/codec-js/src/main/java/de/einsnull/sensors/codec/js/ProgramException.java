package de.einsnull.sensors.codec.js;

/** A program did not come to an end as it should. */
final class ProgramException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    private final boolean abuse;

    ProgramException(String message, boolean abuse, Throwable cause) {
        super(message.length() > LONGEST ? message.substring(0, LONGEST) + " ..." : message, cause);
        this.abuse = abuse;
    }

    /** Whether it took more time or memory than it may, and not just threw something. */
    boolean isAbuse() {
        return abuse;
    }
}
