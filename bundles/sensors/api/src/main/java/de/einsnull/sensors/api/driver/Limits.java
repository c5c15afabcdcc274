package de.einsnull.sensors.api.driver;

/** How long calls may take and how long things may be. */
public final class Limits {

    /** Longest time for {@link SensorDriver#open}, seconds. */
    public static final int OPEN_SECONDS = 30;

    /** Longest time for {@link SensorDriver#close}, seconds. */
    public static final int CLOSE_SECONDS = 10;

    /** Longest time for {@link Polled#poll}, seconds. */
    public static final int POLL_SECONDS = 60;

    /** Longest time for {@link Listening#receive} of one message, seconds. */
    public static final int RECEIVE_SECONDS = 10;

    /** Longest time for {@link Commandable#execute}, seconds. */
    public static final int COMMAND_SECONDS = 10;

    /** Longest time for {@link Discovering#scan}, seconds. */
    public static final int SCAN_SECONDS = 30;

    /** Most devices that one {@link Discovering#scan} finds. */
    public static final int CANDIDATES = 1_000;

    /** Longest time for {@link PayloadCodec#decode}, seconds. */
    public static final int DECODE_SECONDS = 2;

    /** Longest message that is given to a driver, bytes. */
    public static final int MESSAGE_BYTES = 256 * 1024;

    /** Most readings of one {@link DriverContext#emit}. */
    public static final int READINGS = 1_000;

    private Limits() {}
}
