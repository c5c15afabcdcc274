package de.einsnull.bus.artemis.settings;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** An account for devices and gateways at the doors of the embedded broker, factory PID {@value #PID}. */
@ObjectClassDefinition(
        id = UserConfig.PID,
        localization = "OSGI-INF/l10n/bus",
        name = "%user.name",
        description = "%user.description")
public @interface UserConfig {

    /** Factory PID. */
    String PID = "de.einsnull.bus.user";

    /** @return name of the account */
    @AttributeDefinition(name = "%user.name.name", description = "%user.name.description")
    String name();

    /** @return password, or empty for the generated one */
    @AttributeDefinition(
            name = "%user.password.name",
            description = "%user.password.description",
            type = AttributeType.PASSWORD)
    String password() default "";

    /** @return beginnings of topics it may publish to */
    @AttributeDefinition(name = "%user.publish.name", description = "%user.prefix.description")
    String[] publish() default {};

    /** @return beginnings of topics it may subscribe to */
    @AttributeDefinition(name = "%user.subscribe.name", description = "%user.prefix.description")
    String[] subscribe() default {};

    /** @return whether it gets on topics of modules what is not for everybody */
    @AttributeDefinition(name = "%user.internal.name", description = "%user.internal.description")
    boolean internal() default false;
}
