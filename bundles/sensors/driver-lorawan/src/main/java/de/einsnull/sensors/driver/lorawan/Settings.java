package de.einsnull.sensors.driver.lorawan;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of one instance. Labels are in {@code OSGI-INF/l10n/lorawan*.properties}. */
@ObjectClassDefinition(
        name = "%driver.name",
        description = "%driver.description",
        localization = "OSGI-INF/l10n/lorawan",
        pid = LorawanDriver.PID)
public @interface Settings {

    /** Name of the instance; also names its durable queue and stands in the address of its webhook. */
    @AttributeDefinition(name = "%instance.name", description = "%instance.description")
    @SettingHint(instanceName = true)
    String sensors_instance();

    /** MQTT topic filters of uplinks; several may also stand in one text, separated by commas. */
    @AttributeDefinition(name = "%topics.name", description = "%topics.description")
    String[] topics() default {"v3/+/devices/+/up", "application/+/device/+/event/up"};

    /** Secret that a network server sends with each call of the webhook; empty switches the webhook off. */
    @AttributeDefinition(
            name = "%secret.name",
            description = "%secret.description",
            type = AttributeType.PASSWORD,
            required = false)
    String webhook_secret() default "";
}
