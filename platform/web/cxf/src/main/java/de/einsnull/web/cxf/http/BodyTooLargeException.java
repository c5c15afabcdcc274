package de.einsnull.web.cxf.http;

import java.io.IOException;

/** A request body is longer than its module allows. */
public final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limitInBytes;

    BodyTooLargeException(long limitInBytes) {
        super("Request body is longer than " + limitInBytes + " bytes");
        this.limitInBytes = limitInBytes;
    }

    /** What would have been allowed. */
    public long limitInBytes() {
        return limitInBytes;
    }
}
