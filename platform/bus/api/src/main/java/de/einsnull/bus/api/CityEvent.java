package de.einsnull.bus.api;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Something that happened in the city, with the attributes of CloudEvents 1.0 and JSON data.
 *
 * <p>Immutable. {@code source} and {@code id} together identify an event: a consumer that sees the pair twice has been
 * given the same event twice (delivery is at least once).
 *
 * @param id unique within {@code source}, not blank
 * @param source who says so, as a URI reference such as {@code /sensors/core}
 * @param type versioned type name, {@code de.einsnull.<area>.<thing>.v<n>}: letters, digits, dots and hyphens
 * @param subject what it is about within the source, empty when the source says enough
 * @param time when it happened (UTC)
 * @param data JSON text (media type {@code application/json}), at most {@value #MAX_DATA_CHARS} characters
 */
public record CityEvent(String id, URI source, String type, String subject, Instant time, String data) {

    /** Longest data an event may carry; larger content belongs into a store, with its address in the event. */
    public static final int MAX_DATA_CHARS = 256 * 1024;

    /**
     * Checks the attributes.
     *
     * @throws IllegalArgumentException if an id is blank, a type is malformed or the data is too long
     */
    public CityEvent {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(time, "time");
        if (id.isBlank()) {
            throw new IllegalArgumentException("An event needs an id");
        }
        if (!type.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+")) {
            throw new IllegalArgumentException("Not an event type (want de.einsnull.<area>.<thing>.v1): " + type);
        }
        if (data.length() > MAX_DATA_CHARS) {
            throw new IllegalArgumentException(
                    "Event data has " + data.length() + " characters, at most " + MAX_DATA_CHARS + " are allowed");
        }
    }

    /**
     * Makes an event with a fresh random id.
     *
     * @param source who says so
     * @param type versioned type name
     * @param subject what it is about, may be empty
     * @param time when it happened
     * @param data JSON text
     * @return the event
     */
    public static CityEvent of(URI source, String type, String subject, Instant time, String data) {
        return new CityEvent(UUID.randomUUID().toString(), source, type, subject, time, data);
    }
}
