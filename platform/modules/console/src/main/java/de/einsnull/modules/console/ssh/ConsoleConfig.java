package de.einsnull.modules.console.ssh;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the console; a change ends all sessions. */
@ObjectClassDefinition(localization = "OSGI-INF/l10n/settings", name = "%console", description = "%console.help")
public @interface ConsoleConfig {

    /** PID of these settings. */
    String PID = "de.einsnull.modules.console";

    /** Port. */
    @AttributeDefinition(name = "%console.port", description = "%console.port.help", min = "0", max = "65535")
    int port() default 8101;

    /** Longest pause. */
    @AttributeDefinition(
            name = "%console.idleInMinutes",
            description = "%console.idleInMinutes.help",
            min = "1",
            max = "1440")
    @SettingHint(unit = "min")
    int idleInMinutes() default 15;

    /** Most sessions. */
    @AttributeDefinition(
            name = "%console.sessionsPerAccount",
            description = "%console.sessionsPerAccount.help",
            min = "1",
            max = "100")
    int sessionsPerAccount() default 4;
}
