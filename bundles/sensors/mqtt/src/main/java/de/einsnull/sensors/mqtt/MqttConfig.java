package de.einsnull.sensors.mqtt;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of SensorThings over MQTT, PID {@value #PID}. */
@ObjectClassDefinition(
        id = MqttConfig.PID,
        localization = "OSGI-INF/l10n/mqtt",
        name = "%mqtt.name",
        description = "%mqtt.description")
public @interface MqttConfig {

    /** Where the settings are kept. */
    String PID = "de.einsnull.sensors.mqtt";

    /** @return address of the service root that links in messages begin with, empty for the one on this machine */
    @AttributeDefinition(name = "%root.name", description = "%root.description")
    String root() default "";
}
