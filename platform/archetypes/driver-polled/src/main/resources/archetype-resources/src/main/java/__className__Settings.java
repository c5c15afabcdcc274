package ${package};

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What city IT fills in for one instance. The texts are in {@code OSGI-INF/l10n/settings*.properties}. */
@ObjectClassDefinition(
        name = "%driver.name",
        description = "%driver.description",
        localization = "OSGI-INF/l10n/settings")
public @interface ${className}Settings {

    /** Name of the instance; devices are registered under it. */
    @AttributeDefinition(name = "%instance.name", description = "%instance.description")
    String sensors_instance();

    /** Address of the reading of one device; {@code {device}} stands for the device. */
    @AttributeDefinition(name = "%address.name", description = "%address.description")
    String address();

    /** The devices to ask for. */
    @AttributeDefinition(name = "%devices.name", description = "%devices.description")
    String[] devices();

    /** Pause between two readings, seconds. */
    @AttributeDefinition(name = "%interval.name", description = "%interval.description", min = "1", max = "86400")
    long interval_in_s() default 300;
}
