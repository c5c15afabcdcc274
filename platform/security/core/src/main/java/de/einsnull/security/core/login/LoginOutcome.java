package de.einsnull.security.core.login;

import de.einsnull.security.api.Identity;
import java.time.Duration;

/**
 * What became of an attempt to log in.
 *
 * @param kind what
 * @param identity who, anonymous unless it succeeded
 * @param retryAfter how long a throttled caller has to wait, otherwise zero
 */
public record LoginOutcome(Kind kind, Identity identity, Duration retryAfter) {

    /** What became of it. */
    public enum Kind {
        /** Name and password are right. */
        SUCCEEDED,
        /** They are not. */
        WRONG,
        /** They are right, but the account is locked. */
        LOCKED,
        /** Too many wrong attempts; nothing was checked. */
        THROTTLED
    }

    static LoginOutcome of(Kind kind) {
        return new LoginOutcome(kind, Identity.ANONYMOUS, Duration.ZERO);
    }

    static LoginOutcome succeeded(Identity identity) {
        return new LoginOutcome(Kind.SUCCEEDED, identity, Duration.ZERO);
    }

    static LoginOutcome throttled(Duration retryAfter) {
        return new LoginOutcome(Kind.THROTTLED, Identity.ANONYMOUS, retryAfter);
    }
}
