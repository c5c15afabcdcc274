package de.einsnull.sensors.mqtt;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says when subscribers have not heard of something. */
@Component(property = {HealthCheck.NAME + "=SensorThings over MQTT", HealthCheck.TAGS + "=sensors"})
public final class MqttHealth implements HealthCheck {

    private final SensorThingsMqtt mqtt;

    @Activate
    public MqttHealth(@Reference SensorThingsMqtt mqtt) {
        this.mqtt = mqtt;
    }

    @Override
    public Result execute() {
        long lost = mqtt.losses();
        return lost == 0
                ? new Result(Result.Status.OK, "Every change was told to its subscribers")
                : new Result(
                        Result.Status.WARN,
                        lost + " changes were not told to subscribers since the start. They are stored; clients find"
                                + " them by HTTP. See the log for the cause, and subscribe to less if there is too much");
    }
}
