package de.einsnull.sensors.api.driver;

/** Why a driver is closed. */
public enum CloseReason {
    /** Its configuration changed, its bundle is updated or removed, or the platform stops. */
    STOPPED,
    /** It could not be opened or failed, and is opened again later. */
    FAILED,
    /** An operator wants it opened afresh. */
    RESTART
}
