package de.einsnull.modules.console.ssh;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the console; a change ends all sessions. */
@ObjectClassDefinition(name = "Console", description = "SSH for city IT, from the machine itself only.")
public @interface ConsoleConfig {

    /** PID of these settings. */
    String PID = "de.einsnull.modules.console";

    /** Port. */
    @AttributeDefinition(name = "Port", description = "Port on 127.0.0.1; it is never opened to a network.", min = "0")
    int port() default 8101;

    /** Longest pause. */
    @AttributeDefinition(
            name = "Longest pause",
            description = "Minutes after which a session is ended in which nobody does anything.",
            min = "1")
    int idleInMinutes() default 15;

    /** Most sessions. */
    @AttributeDefinition(name = "Most sessions", description = "Number of sessions of one account.", min = "1")
    int sessionsPerAccount() default 4;
}
