package de.einsnull.sensors.mqtt;

import de.einsnull.health.api.CheckLog;
import de.einsnull.health.api.CheckWords;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says when subscribers have not heard of something. */
@Component(property = {HealthCheck.NAME + "=SensorThings over MQTT", HealthCheck.TAGS + "=sensors"})
public final class MqttHealth implements HealthCheck {

    private static final CheckWords WORDS = CheckWords.of(MqttHealth.class);

    private final SensorThingsMqtt mqtt;

    @Activate
    public MqttHealth(@Reference SensorThingsMqtt mqtt) {
        this.mqtt = mqtt;
    }

    @Override
    public Result execute() {
        var log = new CheckLog(WORDS);
        if (mqtt.losses() == 0) {
            log.good("check.told");
        } else {
            log.warn("check.lost", mqtt.losses());
        }
        return log.result();
    }
}
