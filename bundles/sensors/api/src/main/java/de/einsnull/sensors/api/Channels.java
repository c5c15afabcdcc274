package de.einsnull.sensors.api;

/** Well-known channel ids; the same id means the same on every device. */
public final class Channels {

    /** {@link ObservedProperties#PARKING_OCCUPIED}. */
    public static final String OCCUPIED = "occupied";

    /** {@link ObservedProperties#FREE_SPACES}. */
    public static final String FREE_SPACES = "free_spaces";

    /** {@link ObservedProperties#CHARGING_STATUS}. */
    public static final String CHARGING_STATUS = "charging_status";

    /** {@link ObservedProperties#CHARGING_POWER}. */
    public static final String CHARGING_POWER = "charging_power";

    /** {@link ObservedProperties#AIR_TEMPERATURE}. */
    public static final String AIR_TEMPERATURE = "air_temperature";

    /** {@link ObservedProperties#RELATIVE_HUMIDITY}. */
    public static final String RELATIVE_HUMIDITY = "relative_humidity";

    /** {@link ObservedProperties#AIR_PRESSURE}. */
    public static final String AIR_PRESSURE = "air_pressure";

    /** {@link ObservedProperties#WIND_SPEED}. */
    public static final String WIND_SPEED = "wind_speed";

    /** {@link ObservedProperties#WIND_DIRECTION}. */
    public static final String WIND_DIRECTION = "wind_direction";

    /** {@link ObservedProperties#RAINFALL}. */
    public static final String RAINFALL = "rainfall";

    /** {@link ObservedProperties#SOIL_MOISTURE}. */
    public static final String SOIL_MOISTURE = "soil_moisture";

    /** {@link ObservedProperties#SOIL_TEMPERATURE}. */
    public static final String SOIL_TEMPERATURE = "soil_temperature";

    /** {@link ObservedProperties#SOIL_CONDUCTIVITY}. */
    public static final String SOIL_CONDUCTIVITY = "soil_conductivity";

    /** {@link ObservedProperties#VEHICLE_COUNT}. */
    public static final String VEHICLE_COUNT = "vehicle_count";

    /** {@link ObservedProperties#VEHICLE_SPEED}. */
    public static final String VEHICLE_SPEED = "vehicle_speed";

    /** {@link ObservedProperties#PEOPLE_COUNT}. */
    public static final String PEOPLE_COUNT = "people_count";

    /** {@link ObservedProperties#BATTERY_VOLTAGE}. */
    public static final String BATTERY_VOLTAGE = "battery_voltage";

    /** {@link ObservedProperties#BATTERY_LEVEL}. */
    public static final String BATTERY_LEVEL = "battery_level";

    private Channels() {}
}
