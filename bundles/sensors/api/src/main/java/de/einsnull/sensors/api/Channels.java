package de.einsnull.sensors.api;

import java.util.Map;

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

    private static final Map<String, String> OBSERVED = Map.ofEntries(
            Map.entry(OCCUPIED, ObservedProperties.PARKING_OCCUPIED),
            Map.entry(CHARGING_STATUS, ObservedProperties.CHARGING_STATUS),
            Map.entry(CHARGING_POWER, ObservedProperties.CHARGING_POWER),
            Map.entry(AIR_TEMPERATURE, ObservedProperties.AIR_TEMPERATURE),
            Map.entry(RELATIVE_HUMIDITY, ObservedProperties.RELATIVE_HUMIDITY),
            Map.entry(AIR_PRESSURE, ObservedProperties.AIR_PRESSURE),
            Map.entry(WIND_SPEED, ObservedProperties.WIND_SPEED),
            Map.entry(WIND_DIRECTION, ObservedProperties.WIND_DIRECTION),
            Map.entry(RAINFALL, ObservedProperties.RAINFALL),
            Map.entry(SOIL_MOISTURE, ObservedProperties.SOIL_MOISTURE),
            Map.entry(SOIL_TEMPERATURE, ObservedProperties.SOIL_TEMPERATURE),
            Map.entry(SOIL_CONDUCTIVITY, ObservedProperties.SOIL_CONDUCTIVITY),
            Map.entry(VEHICLE_COUNT, ObservedProperties.VEHICLE_COUNT),
            Map.entry(VEHICLE_SPEED, ObservedProperties.VEHICLE_SPEED),
            Map.entry(PEOPLE_COUNT, ObservedProperties.PEOPLE_COUNT),
            Map.entry(BATTERY_VOLTAGE, ObservedProperties.BATTERY_VOLTAGE),
            Map.entry(BATTERY_LEVEL, ObservedProperties.BATTERY_LEVEL));

    private Channels() {}

    /**
     * What a channel observes.
     *
     * @param channel id of a channel
     * @return URI of the observed property; for a channel that is not well-known a URN made of its id
     */
    public static String observedProperty(String channel) {
        var known = OBSERVED.get(channel);
        return known == null ? "urn:einsnull:property:" + channel.replace('_', '-') : known;
    }
}
