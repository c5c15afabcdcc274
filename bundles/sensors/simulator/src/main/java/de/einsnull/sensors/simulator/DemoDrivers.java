package de.einsnull.sensors.simulator;

import de.einsnull.sensors.simulator.device.Cast;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** The driver instances that hear the demo's devices. What the demo adds goes with it; its data stays. */
final class DemoDrivers implements AutoCloseable {

    private static final String LORAWAN_PID = "de.einsnull.sensors.driver.lorawan";
    private static final String MQTT_PID = "de.einsnull.sensors.driver.mqtt";

    private final List<Configuration> added;

    private DemoDrivers(List<Configuration> added) {
        this.added = added;
    }

    static DemoDrivers configure(ConfigurationAdmin admin) throws IOException {
        var added = new ArrayList<Configuration>();
        if (!isConfigured(admin, Cast.LORAWAN)) {
            added.add(add(admin, LORAWAN_PID, Cast.LORAWAN, Map.of("sensors.instance", Cast.LORAWAN)));
        }
        added.add(add(admin, MQTT_PID, Cast.MQTT, mqtt()));
        return new DemoDrivers(added);
    }

    /** An installation that hears LoRaWAN already hears the demo's devices too: the topics are the usual ones. */
    private static boolean isConfigured(ConfigurationAdmin admin, String instance) throws IOException {
        try {
            return admin.listConfigurations("(sensors.instance=" + instance + ")") != null;
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("Not a name for a filter: " + instance, e);
        }
    }

    private static Configuration add(ConfigurationAdmin admin, String pid, String name, Map<String, Object> settings)
            throws IOException {
        var configuration = admin.getFactoryConfiguration(pid, name, "?");
        configuration.updateIfDifferent(new Hashtable<>(settings));
        return configuration;
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

    /** Removes what was added. */
    @Override
    public void close() throws IOException {
        for (var configuration : added) {
            configuration.delete();
        }
    }
}
