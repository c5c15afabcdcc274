package de.einsnull.sensors.simulator;

import de.einsnull.sensors.simulator.device.Cast;
import java.io.IOException;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** The driver instance that hears the demo's MQTT devices. It comes and goes with the demo; its data stays. */
final class DemoDrivers implements AutoCloseable {

    private static final String MQTT_PID = "de.einsnull.sensors.driver.mqtt";

    private final Configuration configuration;

    private DemoDrivers(Configuration configuration) {
        this.configuration = configuration;
    }

    static DemoDrivers configure(ConfigurationAdmin admin) throws IOException {
        var configuration = admin.getFactoryConfiguration(MQTT_PID, Cast.MQTT, "?");
        configuration.updateIfDifferent(new Hashtable<>(mqtt()));
        return new DemoDrivers(configuration);
    }

    static Map<String, Object> mqtt() {
        return Map.of(
                "sensors.instance",
                Cast.MQTT,
                "topics",
                new String[] {"demo/sensors/+"},
                "device",
                "topic:3",
                "time",
                "/time",
                "sequence",
                "/seq",
                "channels",
                new String[] {
                    "free_spaces = /free, 1",
                    "charging_status = /status, text",
                    "charging_power = /power, kW",
                    "air_temperature = /temperature, Cel",
                    "relative_humidity = /humidity, %",
                    "wind_speed = /wind, m/s",
                    "rainfall = /rain, mm",
                    "air_pressure = /pressure, hPa",
                    "vehicle_count = /vehicles, 1",
                    "vehicle_speed = /speed, km/h",
                    "people_count = /people, 1"
                });
    }

    /** Removes the instance. */
    @Override
    public void close() throws IOException {
        configuration.delete();
    }
}
