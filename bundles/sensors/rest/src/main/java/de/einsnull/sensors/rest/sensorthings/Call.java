package de.einsnull.sensors.rest.sensorthings;

import java.io.InputStream;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A request to the API, whatever it came in by.
 *
 * @param method GET, POST, PATCH, PUT or DELETE
 * @param path decoded path below the service root, without slashes at its ends; empty for the root itself
 * @param query what follows the question mark, percent-encoded; may be empty
 * @param contentType media type of the body, may be empty
 * @param body the body, to be read once
 */
record Call(String method, String path, String query, String contentType, Supplier<InputStream> body) {

    /** Whether the body is of a media type. */
    boolean has(String mediaType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith(mediaType);
    }
}
