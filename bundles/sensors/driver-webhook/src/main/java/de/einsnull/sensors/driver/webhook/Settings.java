package de.einsnull.sensors.driver.webhook;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of one instance. Labels are in {@code OSGI-INF/l10n/webhook*.properties}. */
@ObjectClassDefinition(
        name = "%driver.name",
        description = "%driver.description",
        localization = "OSGI-INF/l10n/webhook",
        pid = WebhookDriver.PID)
public @interface Settings {

    /** Name of the instance; also names its durable queue and stands in its address. */
    @AttributeDefinition(name = "%instance.name", description = "%instance.description")
    @SettingHint(instanceName = true)
    String sensors_instance();

    /** How a sender proves that it knows the secret. */
    @AttributeDefinition(
            name = "%proof.name",
            description = "%proof.description",
            options = {
                @Option(label = "%proof.token", value = "token"),
                @Option(label = "%proof.signature", value = "signature")
            })
    String proof() default "token";

    /** The secret, at least 16 characters. */
    @AttributeDefinition(name = "%secret.name", description = "%secret.description", type = AttributeType.PASSWORD)
    String secret();

    /** Header with the signature. */
    @AttributeDefinition(name = "%header.name", description = "%header.description")
    @SettingHint(pattern = "[A-Za-z0-9-]{1,64}", dependsOn = "proof=signature")
    String header() default "X-Hub-Signature-256";

    /** JSON pointer to a list of records; empty: the message is one record or a list of them. */
    @AttributeDefinition(name = "%list.name", description = "%list.description", required = false)
    @SettingHint(pattern = "/.+")
    String list() default "";

    /** Where the id of the device stands: field or JSON pointer. */
    @AttributeDefinition(name = "%device.name", description = "%device.description")
    String device() default "id";

    /** What is read; several may also stand in one text, separated by semicolons. */
    @AttributeDefinition(name = "%channels.name", description = "%channels.description")
    @SettingHint(pattern = "[^=]+=[^,]+,.+")
    String[] channels();

    /** Where the time of the measurement stands; empty: when it was received. */
    @AttributeDefinition(name = "%time.name", description = "%time.description", required = false)
    String time() default "";

    /** Where a counter stands that the device increases with each message. */
    @AttributeDefinition(name = "%sequence.name", description = "%sequence.description", required = false)
    String sequence() default "";

    /** Zone of times without an offset. */
    @AttributeDefinition(name = "%zone.name", description = "%zone.description")
    String zone() default "Europe/Berlin";
}
