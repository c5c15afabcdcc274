package de.einsnull.security.core;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What city IT can set about logins and requests. */
@ObjectClassDefinition(localization = "OSGI-INF/l10n/settings", name = "%security", description = "%security.help")
public @interface SecurityConfig {

    /** Configuration PID. */
    String PID = "de.einsnull.security";

    @AttributeDefinition(
            name = "%security.sessionIdleInMinutes",
            description = "%security.sessionIdleInMinutes.help",
            min = "1",
            max = "1440")
    @SettingHint(unit = "min")
    int sessionIdleInMinutes() default 30;

    @AttributeDefinition(
            name = "%security.sessionLifetimeInHours",
            description = "%security.sessionLifetimeInHours.help",
            min = "1",
            max = "720")
    @SettingHint(unit = "h")
    int sessionLifetimeInHours() default 12;

    @AttributeDefinition(
            name = "%security.attemptsPerAccount",
            description = "%security.attemptsPerAccount.help",
            min = "1",
            max = "1000")
    int attemptsPerAccount() default 10;

    @AttributeDefinition(
            name = "%security.attemptsPerAddress",
            description = "%security.attemptsPerAddress.help",
            min = "1",
            max = "10000")
    int attemptsPerAddress() default 20;

    @AttributeDefinition(name = "%security.trustedProxies", description = "%security.trustedProxies.help")
    String[] trustedProxies() default {"127.0.0.1", "0:0:0:0:0:0:0:1", "::1"};

    @AttributeDefinition(
            name = "%security.maxBodyInBytes",
            description = "%security.maxBodyInBytes.help",
            min = "1024",
            max = "1073741824")
    @SettingHint(unit = "Byte")
    long maxBodyInBytes() default 2 * 1024 * 1024;

    @AttributeDefinition(name = "%security.contentSources", description = "%security.contentSources.help")
    @SettingHint(pattern = "https?://[^\\s/]+")
    String[] contentSources() default {};
}
