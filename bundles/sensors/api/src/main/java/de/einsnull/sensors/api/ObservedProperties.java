package de.einsnull.sensors.api;

/**
 * URIs of well-known observed properties. Those of weather and soil are standard names of the Climate and Forecast
 * conventions (cfconventions.org) as published by the NERC vocabulary server; those without a common vocabulary are URNs
 * of this platform.
 */
public final class ObservedProperties {

    private static final String CF = "http://vocab.nerc.ac.uk/standard_name/";
    private static final String OWN = "urn:einsnull:property:";

    /** Air temperature; unit {@code Cel}. */
    public static final String AIR_TEMPERATURE = CF + "air_temperature/";

    /** Relative humidity; unit {@code %}. */
    public static final String RELATIVE_HUMIDITY = CF + "relative_humidity/";

    /** Air pressure at the station; unit {@code hPa}. */
    public static final String AIR_PRESSURE = CF + "surface_air_pressure/";

    /** Wind speed; unit {@code m/s}. */
    public static final String WIND_SPEED = CF + "wind_speed/";

    /** Direction the wind comes from; unit {@code deg}, 0 is north, clockwise. */
    public static final String WIND_DIRECTION = CF + "wind_from_direction/";

    /** Rain since the last report; unit {@code mm}. */
    public static final String RAINFALL = CF + "thickness_of_rainfall_amount/";

    /** Global radiation; unit {@code W/m2}. */
    public static final String SOLAR_RADIATION = CF + "surface_downwelling_shortwave_flux_in_air/";

    /** Share of the soil's volume that is water; unit {@code %}. */
    public static final String SOIL_MOISTURE = CF + "volume_fraction_of_condensed_water_in_soil/";

    /** Temperature of the soil; unit {@code Cel}. */
    public static final String SOIL_TEMPERATURE = CF + "soil_temperature/";

    /** Electrical conductivity of the soil; unit {@code uS/cm}. */
    public static final String SOIL_CONDUCTIVITY = OWN + "soil-conductivity";

    /** Mole fraction of carbon dioxide in the air; unit {@code [ppm]}. */
    public static final String CARBON_DIOXIDE = CF + "mole_fraction_of_carbon_dioxide_in_air/";

    /** Mass concentration of particles up to 10 micrometres; unit {@code ug/m3}. */
    public static final String PM10 = CF + "mass_concentration_of_pm10_ambient_aerosol_particles_in_air/";

    /** Mass concentration of particles up to 2.5 micrometres; unit {@code ug/m3}. */
    public static final String PM2_5 = CF + "mass_concentration_of_pm2p5_ambient_aerosol_particles_in_air/";

    /** Height of a water surface above the station's zero; unit {@code cm}. */
    public static final String WATER_LEVEL = OWN + "water-level";

    /** Whether a vehicle stands on the bay; boolean. */
    public static final String PARKING_OCCUPIED = OWN + "parking-occupied";

    /** Free bays of a car park; unit {@code 1}. */
    public static final String FREE_SPACES = OWN + "free-spaces";

    /** Status of a charging point, a word of {@link ChargingStatus}; text. */
    public static final String CHARGING_STATUS = OWN + "charging-status";

    /** Power that a charging point delivers; unit {@code kW}. */
    public static final String CHARGING_POWER = OWN + "charging-power";

    /** Vehicles since the last report; unit {@code 1}. */
    public static final String VEHICLE_COUNT = OWN + "vehicle-count";

    /** Mean speed of the vehicles since the last report; unit {@code km/h}. */
    public static final String VEHICLE_SPEED = OWN + "vehicle-speed";

    /** People since the last report, never single persons; unit {@code 1}. */
    public static final String PEOPLE_COUNT = OWN + "people-count";

    /** Voltage of a device's battery; unit {@code V}. */
    public static final String BATTERY_VOLTAGE = OWN + "battery-voltage";

    /** Charge of a device's battery; unit {@code %}. */
    public static final String BATTERY_LEVEL = OWN + "battery-level";

    private ObservedProperties() {}
}
