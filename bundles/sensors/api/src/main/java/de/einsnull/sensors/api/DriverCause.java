package de.einsnull.sensors.api;

/** Why a driver instance is not online. */
public enum DriverCause {
    /** Nothing is wrong. */
    NONE,
    /** A setting is wrong: look at the configuration. */
    CONFIGURATION,
    /** The other side refuses the credentials. */
    AUTHENTICATION,
    /** The other side cannot be reached. */
    COMMUNICATION,
    /** The other side answers, but with nonsense. */
    PROTOCOL,
    /** Nothing has come for longer than usual. */
    SILENT,
    /** The driver did not return in time. */
    TIMEOUT,
    /** The driver threw something. */
    FAILURE,
    /** It hung or threw so often that it rests until an operator starts it again. */
    QUARANTINE
}
