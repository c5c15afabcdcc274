package de.einsnull.search.api;

import java.time.Duration;

/** There is no index to search at the moment, for example while the search itself is updated. */
public class SearchUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * Creates the exception.
     *
     * @param message why, for a log reader
     * @param retryAfter when it is worth asking again
     * @param cause why, may be null
     */
    public SearchUnavailableException(String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    /**
     * When it is worth asking again.
     *
     * @return a few seconds
     */
    public Duration retryAfter() {
        return retryAfter;
    }
}
