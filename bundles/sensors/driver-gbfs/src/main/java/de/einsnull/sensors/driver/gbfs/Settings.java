package de.einsnull.sensors.driver.gbfs;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of one instance. Labels are in {@code OSGI-INF/l10n/gbfs*.properties}. */
@ObjectClassDefinition(
        name = "%driver.name",
        description = "%driver.description",
        localization = "OSGI-INF/l10n/gbfs",
        pid = GbfsDriver.PID)
public @interface Settings {

    /** Name of the instance; devices are registered under it. */
    @AttributeDefinition(name = "%instance.name", description = "%instance.description")
    @SettingHint(instanceName = true)
    String sensors_instance();

    /** Address of {@code gbfs.json}, which names all the others. */
    @AttributeDefinition(name = "%url.name", description = "%url.description")
    @SettingHint(pattern = "https?://[^\\s]+")
    String url();

    /** Whether vehicles that stand at no station are counted. */
    @AttributeDefinition(name = "%floating.name", description = "%floating.description")
    boolean floating() default true;

    /** Preferred language of names. */
    @AttributeDefinition(name = "%language.name", description = "%language.description")
    @SettingHint(pattern = "[a-z]{2,3}")
    String language() default "de";

    /** Pause between two looks, seconds; the operator's {@code ttl} is kept to. */
    @AttributeDefinition(name = "%interval.name", description = "%interval.description", min = "10", max = "86400")
    @SettingHint(unit = "s")
    long interval_in_s() default 60;

    /** Longest time for an answer, seconds. */
    @AttributeDefinition(name = "%timeout.name", description = "%timeout.description", min = "1", max = "15")
    @SettingHint(unit = "s")
    long timeout_in_s() default 10;

    /** Header with which the operator wants the secret. */
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
