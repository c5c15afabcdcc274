package de.einsnull.sensors.sensorthings.query;

/** How entities are written. */
public enum ResultFormat {
    /** As the standard has it. */
    JSON,
    /** {@code $resultFormat=dataArray}, observations only. */
    DATA_ARRAY,
    /** {@code $resultFormat=GeoJSON}: a FeatureCollection. */
    GEO_JSON,
    /** {@code $resultFormat=CSV}. */
    CSV
}
