package ${package};

import de.einsnull.sensors.api.Kinds;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Deployment;
import de.einsnull.testkit.city.LorawanGateway;
import de.einsnull.testkit.city.RunningCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The module in the real platform. */
@ExtendWith(RunningCity.class)
class ${className}CodecIT {

    private static final String DEVICE = "70B3D57ED0010001";

    @Test
    void anUplinkIsShownOnTheMap(City city, LorawanGateway gateway) throws Exception {
        gateway.register(DEVICE, "${model}", "Roof of the town hall", Kinds.WEATHER);
        try (var module = Deployment.ofThisModule(city)) {
            gateway.send(DEVICE, 1, "0866 0258");

            city.awaitText("/en/stadtkarte", "Roof of the town hall", "21.5");
        }
    }
}
