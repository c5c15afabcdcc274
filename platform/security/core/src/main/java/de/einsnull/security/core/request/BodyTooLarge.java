package de.einsnull.security.core.request;

import java.io.IOException;

/** A body without a stated length turned out to be too long while it was read. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge(long limit) {
        super("The request body is longer than " + limit + " bytes");
    }

    /** Whether it is the cause, or the cause's cause, of a failure. */
    static boolean isBehind(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return true;
            }
        }
        return false;
    }
}
