package de.einsnull.sensors.api;

/** Words of the channel {@link Channels#CHARGING_STATUS}; those of OCPI 2.2.1 ("Status enum") in lower case. */
public final class ChargingStatus {

    /** Free. */
    public static final String AVAILABLE = "available";

    /** A vehicle is being charged. */
    public static final String CHARGING = "charging";

    /** Occupied by a vehicle that is not being charged. */
    public static final String BLOCKED = "blocked";

    /** Reserved for somebody. */
    public static final String RESERVED = "reserved";

    /** Defect. */
    public static final String OUT_OF_ORDER = "outoforder";

    /** Not known. */
    public static final String UNKNOWN = "unknown";

    private ChargingStatus() {}
}
