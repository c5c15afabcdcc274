package de.einsnull.sensors.rest.sensorthings;

import java.util.Optional;

/**
 * An answer that is no problem.
 *
 * @param status HTTP status
 * @param contentType media type of the body, empty without one
 * @param location address of what was created
 * @param body the body, empty without one
 */
record Answer(int status, String contentType, Optional<String> location, byte[] body) {

    static final String JSON = "application/json";

    private static final byte[] NOTHING = {};

    /** Something was created. */
    static Answer created(String location) {
        return new Answer(201, "", Optional.of(location), NOTHING);
    }

    /** A status says it all. */
    static Answer only(int status) {
        return new Answer(status, "", Optional.empty(), NOTHING);
    }

    static Answer ok(String contentType, byte[] body) {
        return new Answer(200, contentType, Optional.empty(), body);
    }
}
