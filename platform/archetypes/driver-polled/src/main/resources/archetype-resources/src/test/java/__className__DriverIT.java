package ${package};

import de.einsnull.sensors.api.Kinds;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Deployment;
import de.einsnull.testkit.city.Devices;
import de.einsnull.testkit.city.RunningCity;
import java.nio.file.Files;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The module in the real platform. */
@ExtendWith(RunningCity.class)
class ${className}DriverIT {

    @Test
    void aPolledReadingIsShownOnTheMap(City city) throws Exception {
        Devices.register(city, "gauges", "mill", "", "Gauge at the mill", Kinds.WATER_LEVEL);
        try (var service = new WebService();
                var module = Deployment.ofThisModule(city)) {
            service.says("{\"timestamp\": \"" + Instant.now() + "\", \"value\": 142}");
            String settings =
                    """
                    sensors.instance = gauges
                    address = %s
                    devices = mill
                    interval.in.s = 1
                    """
                            .formatted(service.address());
            Files.writeString(city.etc().resolve(${className}Driver.PID + "-it.cfg"), settings);

            city.awaitText("/en/stadtkarte", "Gauge at the mill", "142");
        }
    }
}
