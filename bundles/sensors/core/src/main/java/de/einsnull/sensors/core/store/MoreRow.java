package de.einsnull.sensors.core.store;

import java.time.Instant;

/**
 * What few observations have; each component may be null.
 *
 * @param end end of the phenomenon time if it is an interval
 * @param validFrom begin of the valid time
 * @param validTo end of the valid time
 * @param quality JSON of the quality of the result
 * @param parameters JSON of the parameters
 * @param feature id of a feature of interest that is not the datastream's
 */
public record MoreRow(
        Instant end, Instant validFrom, Instant validTo, String quality, String parameters, Long feature) {

    /** The row, or null if there is nothing in it. */
    public MoreRow orNull() {
        boolean empty = end == null
                && validFrom == null
                && validTo == null
                && quality == null
                && parameters == null
                && feature == null;
        return empty ? null : this;
    }
}
