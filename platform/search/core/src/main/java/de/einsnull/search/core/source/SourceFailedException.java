package de.einsnull.search.core.source;

import de.einsnull.guard.api.Kind;

/** A source threw, hung or gave something that is no document of it. */
final class SourceFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    SourceFailedException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
