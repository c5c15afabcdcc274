package de.einsnull.sensors.sensorthings.store;

/** What the reader may see. */
public enum Visibility {
    /**
     * Open Datastreams and MultiDatastreams and what belongs to them: their observations, those observations' features,
     * their things, sensors and observed properties, and those things' locations and historical locations.
     */
    OPEN,
    /** Everything. */
    ALL
}
