package de.einsnull.sensors.rules.mail;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The mail server that sends alerts. Labels are in {@code OSGI-INF/l10n/settings*.properties}. */
@ObjectClassDefinition(name = "%mail.name", description = "%mail.description", localization = "OSGI-INF/l10n/settings")
public @interface MailSettings {

    /** Name or address of the server; empty sends nothing. */
    @AttributeDefinition(name = "%host.name", description = "%host.description", required = false)
    @SettingHint(pattern = "[A-Za-z0-9.:_-]{0,255}")
    String host() default "";

    /** TCP port. */
    @AttributeDefinition(name = "%port.name", description = "%port.description", min = "1", max = "65535")
    int port() default 587;

    /** {@code starttls}, {@code tls} or {@code none}. */
    @AttributeDefinition(
            name = "%security.name",
            description = "%security.description",
            options = {
                @Option(value = "starttls", label = "%security.starttls"),
                @Option(value = "tls", label = "%security.tls"),
                @Option(value = "none", label = "%security.none")
            })
    String security() default "starttls";

    /** Account at the server; empty for none. */
    @AttributeDefinition(name = "%user.name", description = "%user.description", required = false)
    String user() default "";

    /** Its password, a secret. */
    @AttributeDefinition(
            name = "%password.name",
            description = "%password.description",
            type = AttributeType.PASSWORD,
            required = false)
    String password() default "";

    /** Address that mails come from. */
    @AttributeDefinition(name = "%from.name", description = "%from.description", required = false)
    @SettingHint(pattern = "[^\\s@<>,;]{1,64}@[^\\s@<>,;]{1,190}")
    String from() default "";

    /** Address of the portal for links in mails, without a slash at the end; empty for no links. */
    @AttributeDefinition(name = "%portal.name", description = "%portal.description", required = false)
    @SettingHint(pattern = "https?://[^\\s]{1,200}")
    String portal() default "";
}
