package de.einsnull.sensors.simulator;

import de.einsnull.sensors.simulator.device.Cast;
import java.io.IOException;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Driver instances that hear the demo's devices. They come and go with the demo; its data stays. */
final class DemoDrivers implements AutoCloseable {

    private static final String LORAWAN_PID = "de.einsnull.sensors.driver.lorawan";
    private static final String MQTT_PID = "de.einsnull.sensors.driver.mqtt";

    private final List<Configuration> configurations;

    private DemoDrivers(List<Configuration> configurations) {
        this.configurations = configurations;
    }

    static DemoDrivers configure(ConfigurationAdmin admin) throws IOException {
        return new DemoDrivers(List.of(
                configuration(admin, LORAWAN_PID, Cast.LORAWAN, lorawan()),
                configuration(admin, MQTT_PID, Cast.MQTT, mqtt())));
    }

    private static Configuration configuration(
            ConfigurationAdmin admin, String pid, String name, Map<String, Object> settings) throws IOException {
        var configuration = admin.getFactoryConfiguration(pid, name, "?");
        configuration.updateIfDifferent(new Hashtable<>(settings));
        return configuration;
    }

    static Map<String, Object> lorawan() {
        return Map.of("sensors.instance", Cast.LORAWAN, "topics", new String[] {"v3/demo-oelde@demo/devices/+/up"});
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

    /** Removes the instances. */
    @Override
    public void close() throws IOException {
        for (var configuration : configurations) {
            configuration.delete();
        }
    }
}
