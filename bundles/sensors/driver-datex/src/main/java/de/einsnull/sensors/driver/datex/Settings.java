package de.einsnull.sensors.driver.datex;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of one instance. Labels are in {@code OSGI-INF/l10n/datex*.properties}. */
@ObjectClassDefinition(
        name = "%driver.name",
        description = "%driver.description",
        localization = "OSGI-INF/l10n/datex",
        pid = DatexDriver.PID)
public @interface Settings {

    /** Name of the instance; devices are registered under it. */
    @AttributeDefinition(name = "%instance.name", description = "%instance.description")
    @SettingHint(instanceName = true)
    String sensors_instance();

    /** Address of the publication that changes: what is free. */
    @AttributeDefinition(name = "%url.name", description = "%url.description")
    @SettingHint(pattern = "https?://[^\\s]+")
    String url();

    /** Address of the publication that stays: names and positions. Empty: it is the same one, or there is none. */
    @AttributeDefinition(name = "%table.name", description = "%table.description", required = false)
    @SettingHint(pattern = "(https?://[^\\s]+)?")
    String table_url() default "";

    /** Pause between two looks, seconds. */
    @AttributeDefinition(name = "%interval.name", description = "%interval.description", min = "10", max = "86400")
    @SettingHint(unit = "s")
    long interval_in_s() default 60;

    /** Longest time for an answer, seconds. */
    @AttributeDefinition(name = "%timeout.name", description = "%timeout.description", min = "1", max = "15")
    @SettingHint(unit = "s")
    long timeout_in_s() default 10;

    /** Header with which the publisher wants the secret. */
    @AttributeDefinition(name = "%header.name", description = "%header.description")
    @SettingHint(pattern = "[A-Za-z0-9-]{1,64}")
    String header() default "Authorization";

    /** Value of the header; empty: it is not sent. */
    @AttributeDefinition(
            name = "%secret.name",
            description = "%secret.description",
            type = AttributeType.PASSWORD,
            required = false)
    String secret() default "";
}
