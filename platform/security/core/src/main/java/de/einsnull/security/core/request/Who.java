package de.einsnull.security.core.request;

import de.einsnull.security.api.Identity;
import java.time.Duration;

/**
 * Who asks, and how that is known.
 *
 * @param identity the identity, anonymous unless the kind is SESSION or BASIC
 * @param kind how it is known
 * @param retryAfter how long a throttled caller has to wait, otherwise zero
 */
record Who(Identity identity, Kind kind, Duration retryAfter) {

    static final Who NOBODY = of(Kind.NOBODY);

    /** How it is known. */
    enum Kind {
        /** No credentials, or a session that has ended. */
        NOBODY,
        /** Session cookie. */
        SESSION,
        /** HTTP Basic. */
        BASIC,
        /** HTTP Basic with a wrong name or password, or a locked account. */
        WRONG,
        /** Too many wrong attempts. */
        THROTTLED,
        /** There are credentials, but the accounts cannot be asked. */
        UNKNOWN
    }

    static Who of(Kind kind) {
        return new Who(Identity.ANONYMOUS, kind, Duration.ZERO);
    }

    static Who session(Identity identity) {
        return new Who(identity, Kind.SESSION, Duration.ZERO);
    }

    static Who basic(Identity identity) {
        return new Who(identity, Kind.BASIC, Duration.ZERO);
    }

    static Who throttled(Duration retryAfter) {
        return new Who(Identity.ANONYMOUS, Kind.THROTTLED, retryAfter);
    }
}
