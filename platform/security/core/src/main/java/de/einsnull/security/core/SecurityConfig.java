package de.einsnull.security.core;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What city IT can set about logins and requests. */
@ObjectClassDefinition(localization = "OSGI-INF/l10n/settings", name = "%security", description = "%security.help")
public @interface SecurityConfig {

    /** Configuration PID. */
    String PID = "de.einsnull.security";

    @AttributeDefinition(name = "%security.sessionIdleInMinutes", description = "%security.sessionIdleInMinutes.help")
    @SettingHint(unit = "min")
    int sessionIdleInMinutes() default 30;

    @AttributeDefinition(
            name = "%security.sessionLifetimeInHours",
            description = "%security.sessionLifetimeInHours.help")
    @SettingHint(unit = "h")
    int sessionLifetimeInHours() default 12;

    @AttributeDefinition(name = "%security.attemptsPerAccount", description = "%security.attemptsPerAccount.help")
    int attemptsPerAccount() default 10;

    @AttributeDefinition(name = "%security.attemptsPerAddress", description = "%security.attemptsPerAddress.help")
    int attemptsPerAddress() default 20;

    @AttributeDefinition(name = "%security.trustedProxies", description = "%security.trustedProxies.help")
    String[] trustedProxies() default {"127.0.0.1", "0:0:0:0:0:0:0:1", "::1"};

    @AttributeDefinition(name = "%security.maxBodyInBytes", description = "%security.maxBodyInBytes.help")
    @SettingHint(unit = "Byte")
    long maxBodyInBytes() default 2 * 1024 * 1024;

    @AttributeDefinition(name = "%security.contentSources", description = "%security.contentSources.help")
    String[] contentSources() default {};
}
