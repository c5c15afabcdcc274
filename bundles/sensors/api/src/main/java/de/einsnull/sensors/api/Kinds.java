package de.einsnull.sensors.api;

/**
 * Well-known kinds of things. A kind is a lower-case word with hyphens; further kinds may be used, and are then shown as
 * {@link #OTHER}.
 */
public final class Kinds {

    /** One parking bay; its channel {@value Channels#OCCUPIED} says whether a vehicle stands on it. */
    public static final String PARKING_BAY = "parking-bay";

    /**
     * A car park that counts its vehicles; its channel {@value Channels#FREE_SPACES} says how many bays are free, its
     * property {@code capacity} how many it has.
     */
    public static final String CAR_PARK = "car-park";

    /** One charging point for vehicles; its channel {@value Channels#CHARGING_STATUS} says what it does. */
    public static final String CHARGING_POINT = "charging-point";

    /** Weather station. */
    public static final String WEATHER = "weather";

    /** Soil moisture and temperature, for example at young trees. */
    public static final String SOIL = "soil";

    /** Counts vehicles. */
    public static final String TRAFFIC_COUNTER = "traffic-counter";

    /** Counts people. */
    public static final String PEOPLE_COUNTER = "people-counter";

    /** Climate or air quality inside a room. */
    public static final String INDOOR_CLIMATE = "indoor-climate";

    /** Air quality outside. */
    public static final String AIR_QUALITY = "air-quality";

    /** Level of a river, a basin or a tank. */
    public static final String WATER_LEVEL = "water-level";

    /** Anything else. */
    public static final String OTHER = "other";

    private Kinds() {}
}
