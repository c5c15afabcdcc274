package de.einsnull.sensors.sensorthings.model;

/** What a property holds, and with which Java type it is handed about. */
public enum Kind {
    /** The entity's id: {@link Long}. */
    ID,
    /** {@link String}. */
    TEXT,
    /** One point in time: a {@link TimeValue} without an end. */
    INSTANT,
    /** A {@link TimeValue} with an end. */
    INTERVAL,
    /** A {@link TimeValue} with or without an end. */
    TIME,
    /**
     * A place, {@link com.fasterxml.jackson.databind.JsonNode}: GeoJSON (a geometry or a feature), or anything else when
     * the entity's encodingType says so.
     */
    GEOMETRY,
    /** A JSON object, {@link com.fasterxml.jackson.databind.JsonNode}. */
    OBJECT,
    /** A JSON array, {@link com.fasterxml.jackson.databind.JsonNode}. */
    LIST,
    /** Any JSON, also null, {@link com.fasterxml.jackson.databind.JsonNode}. */
    ANY
}
