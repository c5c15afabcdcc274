package de.einsnull.sensors.driver.feed;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of one instance. Labels are in {@code OSGI-INF/l10n/feed*.properties}. */
@ObjectClassDefinition(
        name = "%driver.name",
        description = "%driver.description",
        localization = "OSGI-INF/l10n/feed",
        pid = FeedDriver.PID)
public @interface Settings {

    /** Name of the instance; devices are registered under it. */
    @AttributeDefinition(name = "%instance.name", description = "%instance.description")
    @SettingHint(instanceName = true)
    String sensors_instance();

    /** Address of the feed, http or https. */
    @AttributeDefinition(name = "%url.name", description = "%url.description")
    @SettingHint(pattern = "https?://[^\\s]+")
    String url();

    /** How the feed is written. */
    @AttributeDefinition(
            name = "%format.name",
            description = "%format.description",
            options = {
                @Option(label = "JSON", value = "json"),
                @Option(label = "%format.geojson", value = "geojson"),
                @Option(label = "CSV", value = "csv")
            })
    String format() default "json";

    /** JSON pointer to the list of records; empty for the whole, {@code /features} in GeoJSON. */
    @AttributeDefinition(name = "%list.name", description = "%list.description", required = false)
    @SettingHint(pattern = "/.+")
    String list() default "";

    /** Where the id of a device stands: column, field or JSON pointer. */
    @AttributeDefinition(name = "%device.name", description = "%device.description")
    String device() default "id";

    /** Where the name of a device stands. */
    @AttributeDefinition(name = "%name.name", description = "%name.description", required = false)
    String name() default "";

    /** Where the position stands: one place, or two with a comma between, east first. */
    @AttributeDefinition(name = "%position.name", description = "%position.description", required = false)
    String position() default "";

    /** What the coordinates are. */
    @AttributeDefinition(
            name = "%grid.name",
            description = "%grid.description",
            options = {
                @Option(label = "%grid.wgs84", value = "wgs84"),
                @Option(label = "%grid.utm32", value = "utm32"),
                @Option(label = "%grid.utm33", value = "utm33")
            })
    String grid() default "wgs84";

    /** What is read; several may also stand in one text, separated by semicolons. */
    @AttributeDefinition(name = "%channels.name", description = "%channels.description")
    @SettingHint(pattern = "[^=]+=[^,]+,.+")
    String[] channels();

    /** Where the time of the measurement stands; empty: when the feed was asked. */
    @AttributeDefinition(name = "%time.name", description = "%time.description", required = false)
    String time() default "";

    /** Zone of times without an offset. */
    @AttributeDefinition(name = "%zone.name", description = "%zone.description")
    String zone() default "Europe/Berlin";

    /** Pause between two questions, seconds. */
    @AttributeDefinition(name = "%interval.name", description = "%interval.description", min = "10", max = "86400")
    @SettingHint(unit = "s")
    long interval_in_s() default 300;

    /** Longest time for an answer, seconds. */
    @AttributeDefinition(name = "%timeout.name", description = "%timeout.description", min = "1", max = "40")
    @SettingHint(unit = "s")
    long timeout_in_s() default 10;

    /** Header with which the feed wants the secret. */
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

    /** What stands between the columns of CSV: a character or {@code tab}; empty: found out. */
    @AttributeDefinition(name = "%separator.name", description = "%separator.description", required = false)
    @SettingHint(pattern = ".|tab", dependsOn = "format=csv")
    String separator() default "";

    /** Encoding of CSV; empty: what the feed says, otherwise UTF-8. */
    @AttributeDefinition(name = "%charset.name", description = "%charset.description", required = false)
    @SettingHint(dependsOn = "format=csv")
    String charset() default "";
}
