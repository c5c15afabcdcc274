package de.einsnull.sensors.api;

/** Where a driver instance is in its life. */
public enum DriverState {
    /** Not running. */
    STOPPED,
    /** Being opened. */
    OPENING,
    /** Works. */
    ONLINE,
    /** Works in part. */
    DEGRADED,
    /** Does not work; is opened again by itself after a while. */
    OFFLINE,
    /** Being closed. */
    CLOSING
}
