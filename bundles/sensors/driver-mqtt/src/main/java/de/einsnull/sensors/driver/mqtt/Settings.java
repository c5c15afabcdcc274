package de.einsnull.sensors.driver.mqtt;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of one instance. Labels are in {@code OSGI-INF/l10n/mqtt*.properties}. */
@ObjectClassDefinition(
        name = "%driver.name",
        description = "%driver.description",
        localization = "OSGI-INF/l10n/mqtt",
        pid = MqttDriver.PID)
public @interface Settings {

    /** Name of the instance; also names its durable queue. */
    @AttributeDefinition(name = "%instance.name", description = "%instance.description")
    @SettingHint(instanceName = true)
    String sensors_instance();

    /** MQTT topic filters; several may also stand in one text, separated by commas. */
    @AttributeDefinition(name = "%topics.name", description = "%topics.description")
    String[] topics();

    /** Where the id of the device stands: {@code topic:2} for the second level of the topic, or a JSON pointer. */
    @AttributeDefinition(name = "%device.name", description = "%device.description")
    @SettingHint(pattern = "topic:[1-9][0-9]?|/.+")
    String device() default "topic:2";

    /** What is read: {@code channel = JSON pointer, unit or boolean or text, observed property (optional)}; several
     * may also stand in one text, separated by semicolons. */
    @AttributeDefinition(name = "%channels.name", description = "%channels.description")
    @SettingHint(pattern = "[^=]+=\\s*/[^,]+,.+")
    String[] channels();

    /** JSON pointer of the time; ISO 8601, or seconds or milliseconds since 1970. Empty: when it was received. */
    @AttributeDefinition(name = "%time.name", description = "%time.description", required = false)
    @SettingHint(pattern = "/.+")
    String time() default "";

    /** JSON pointer of a counter that the device increases with each message. */
    @AttributeDefinition(name = "%sequence.name", description = "%sequence.description", required = false)
    @SettingHint(pattern = "/.+")
    String sequence() default "";
}
