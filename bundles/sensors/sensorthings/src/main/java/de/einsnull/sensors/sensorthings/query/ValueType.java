package de.einsnull.sensors.sensorthings.query;

/** What an expression yields, known before it is evaluated. Each of them may also yield nothing (null). */
public enum ValueType {
    /** {@link Boolean}. */
    BOOLEAN,
    /** {@link java.math.BigDecimal} in literals; compared by value. */
    NUMBER,
    /** {@link String}. */
    TEXT,
    /** A {@link de.einsnull.sensors.sensorthings.model.TimeValue} without an end. */
    INSTANT,
    /** A {@link de.einsnull.sensors.sensorthings.model.TimeValue} with an end. */
    INTERVAL,
    /** A {@link de.einsnull.sensors.sensorthings.model.TimeValue}; whether it has an end is seen only in the value. */
    TIME,
    /** {@link java.time.LocalDate}, in UTC. */
    DATE,
    /** {@link java.time.LocalTime}, in UTC. */
    TIME_OF_DAY,
    /** {@link java.time.Duration}. */
    DURATION,
    /** {@link org.locationtech.jts.geom.Geometry}, planar, in degrees (x is longitude). */
    GEOMETRY,
    /** JSON whose type is seen only in the value, {@link com.fasterxml.jackson.databind.JsonNode}. */
    ANY,
    /** The literal null. */
    NULL;

    /**
     * Whether it is one of the three that hold a point or a stretch of time.
     *
     * @return true for INSTANT, INTERVAL and TIME
     */
    public boolean temporal() {
        return this == INSTANT || this == INTERVAL || this == TIME;
    }
}
