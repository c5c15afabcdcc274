package ${package};

import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.testkit.FakeWebService;
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
        try (var service = new FakeWebService("{\"timestamp\": \"" + Instant.now() + "\", \"value\": 142}");
                var module = Deployment.ofThisModule(city)) {
            String settings =
                    """
                    sensors.instance = gauges
                    address = %s/{device}
                    devices = mill
                    interval.in.s = 1
                    """
                            .formatted(service.address());
            Files.writeString(city.etc().resolve(${className}Driver.PID + "-it.cfg"), settings);

            city.awaitText("/en/stadtkarte", "Gauge at the mill", "142");
        }
    }
}
