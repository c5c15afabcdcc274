package de.einsnull.guard.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How much harm a module may do before it is stopped, PID {@value #PID}. */
@ObjectClassDefinition(
        name = "EinsNull guard",
        description = "How often a module may do harm within the window before it is stopped; 0 for never.")
public @interface GuardConfig {

    /** PID of the settings. */
    String PID = "de.einsnull.guard";

    /** Length of the sliding window. */
    @AttributeDefinition(name = "Window", description = "Seconds that harm is remembered.", min = "10", max = "86400")
    int windowInS() default 600;

    /** Exceptions. */
    @AttributeDefinition(
            name = "Threw",
            description = "Calls that ended with an exception of the module's own.",
            min = "0")
    int threw() default 50;

    /** Calls that took too long. */
    @AttributeDefinition(name = "Timed out", description = "Calls that took longer than they may.", min = "0")
    int timedOut() default 20;

    /** Calls that go on after they were told to end. */
    @AttributeDefinition(name = "Stuck", description = "Calls that went on after they were told to end.", min = "0")
    int stuck() default 2;

    /** Answers that are too large. */
    @AttributeDefinition(name = "Too large", description = "Answers that were larger than may be sent.", min = "0")
    int tooLarge() default 5;

    /** Seconds with too many events. */
    @AttributeDefinition(name = "Flooded", description = "Seconds in which too many events were published.", min = "0")
    int flooded() default 10;

    /** Threads that use a processor all the time. */
    @AttributeDefinition(name = "Looped", description = "Times that a thread kept a processor busy.", min = "0")
    int looped() default 3;

    /** Starts that hang. */
    @AttributeDefinition(name = "Hung at start", description = "Starts that did not come back.", min = "0")
    int hungAtStart() default 1;

    /** Stops that hang. */
    @AttributeDefinition(name = "Hung at stop", description = "Stops that did not come back.", min = "0")
    int hungAtStop() default 1;

    /** Stops that leave threads behind. */
    @AttributeDefinition(name = "Leaked threads", description = "Stops that left threads behind.", min = "0")
    int leakedThreads() default 3;

    /** How long a start may take. */
    @AttributeDefinition(name = "Start", description = "Seconds a module's start may take.", min = "1", max = "600")
    int startLimitInS() default 30;

    /** How long a stop may take. */
    @AttributeDefinition(name = "Stop", description = "Seconds a module's stop may take.", min = "1", max = "600")
    int stopLimitInS() default 15;

    /** How long a thread may keep a processor busy. */
    @AttributeDefinition(
            name = "Busy",
            description = "Seconds that one thread of a module may keep a processor busy.",
            min = "5",
            max = "3600")
    int busyLimitInS() default 60;

    /** Whether threads that loop in a stopped module are ended by force. */
    @AttributeDefinition(
            name = "End loops",
            description = "Ends threads that loop in a module in quarantine, where the Java machine can.")
    boolean endLoops() default true;

    /** Beginnings of the locations of bundles that may be stopped. */
    @AttributeDefinition(
            name = "Modules",
            description =
                    "Bundles whose location starts like this were installed into the platform and may be stopped.")
    String[] partnerLocations() default {"file:", "reference:file:", "partner:", "einsnull-module:"};
}
