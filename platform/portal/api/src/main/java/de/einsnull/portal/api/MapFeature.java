package de.einsnull.portal.api;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A point on a map layer, with all that its pop-up, list item and table row show.
 *
 * @param id stable within the layer
 * @param name what people call it
 * @param group what it belongs to, for grouping in list and table (a car park, a district); may be empty
 * @param longitude degrees, WGS 84
 * @param latitude degrees, WGS 84
 * @param state meaning of the symbol; never told by colour alone
 * @param stateText the state in words, in the language asked for
 * @param value a short further value with unit, such as {@code 21,4 °C}; may be empty
 * @param observedAt when the state was observed (UTC), empty if it never was
 * @param path page with more, below the language, without a leading slash; may be empty
 */
public record MapFeature(
        String id,
        String name,
        String group,
        double longitude,
        double latitude,
        State state,
        String stateText,
        String value,
        Optional<Instant> observedAt,
        String path) {

    /**
     * Checks the position.
     *
     * @throws IllegalArgumentException if it is not on the globe
     */
    public MapFeature {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(observedAt, "observedAt");
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("Not a position: " + longitude + ", " + latitude);
        }
    }

    /** What a symbol says. */
    public enum State {
        /** Can be used now. */
        FREE,
        /** In use now. */
        OCCUPIED,
        /** Out of order. */
        FAULT,
        /** Nothing recent is known. */
        UNKNOWN,
        /** A reading without good or bad. */
        READING,
        /** A reading that somebody should look at. */
        WARNING
    }
}
