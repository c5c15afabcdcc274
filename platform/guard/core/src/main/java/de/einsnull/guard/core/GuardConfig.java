package de.einsnull.guard.core;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How much harm a module may do before it is stopped, PID {@value #PID}. */
@ObjectClassDefinition(localization = "OSGI-INF/l10n/settings", name = "%guard", description = "%guard.help")
public @interface GuardConfig {

    /** PID of the settings. */
    String PID = "de.einsnull.guard";

    /** Length of the sliding window. */
    @AttributeDefinition(name = "%guard.windowInS", description = "%guard.windowInS.help", min = "10", max = "86400")
    @SettingHint(unit = "s")
    int windowInS() default 600;

    /** Exceptions. */
    @AttributeDefinition(name = "%guard.threw", description = "%guard.threw.help", min = "0", max = "1000000")
    int threw() default 50;

    /** Calls that took too long. */
    @AttributeDefinition(name = "%guard.timedOut", description = "%guard.timedOut.help", min = "0", max = "1000000")
    int timedOut() default 20;

    /** Calls that go on after they were told to end. */
    @AttributeDefinition(name = "%guard.stuck", description = "%guard.stuck.help", min = "0", max = "1000000")
    int stuck() default 2;

    /** Answers that are too large. */
    @AttributeDefinition(name = "%guard.tooLarge", description = "%guard.tooLarge.help", min = "0", max = "1000000")
    int tooLarge() default 5;

    /** Seconds with too many events. */
    @AttributeDefinition(name = "%guard.flooded", description = "%guard.flooded.help", min = "0", max = "1000000")
    int flooded() default 10;

    /** Threads that use a processor all the time. */
    @AttributeDefinition(name = "%guard.looped", description = "%guard.looped.help", min = "0", max = "1000000")
    int looped() default 3;

    /** Starts that hang. */
    @AttributeDefinition(
            name = "%guard.hungAtStart",
            description = "%guard.hungAtStart.help",
            min = "0",
            max = "1000000")
    int hungAtStart() default 1;

    /** Stops that hang. */
    @AttributeDefinition(name = "%guard.hungAtStop", description = "%guard.hungAtStop.help", min = "0", max = "1000000")
    int hungAtStop() default 1;

    /** Stops that leave threads behind. */
    @AttributeDefinition(
            name = "%guard.leakedThreads",
            description = "%guard.leakedThreads.help",
            min = "0",
            max = "1000000")
    int leakedThreads() default 3;

    /** How long a start may take. */
    @AttributeDefinition(
            name = "%guard.startLimitInS",
            description = "%guard.startLimitInS.help",
            min = "1",
            max = "600")
    @SettingHint(unit = "s")
    int startLimitInS() default 30;

    /** How long a stop may take. */
    @AttributeDefinition(name = "%guard.stopLimitInS", description = "%guard.stopLimitInS.help", min = "1", max = "600")
    @SettingHint(unit = "s")
    int stopLimitInS() default 15;

    /** How long a thread may keep a processor busy. */
    @AttributeDefinition(
            name = "%guard.busyLimitInS",
            description = "%guard.busyLimitInS.help",
            min = "5",
            max = "3600")
    @SettingHint(unit = "s")
    int busyLimitInS() default 60;

    /** Whether threads that loop in a stopped module are ended by force. */
    @AttributeDefinition(name = "%guard.endLoops", description = "%guard.endLoops.help")
    boolean endLoops() default true;

    /** Beginnings of the locations of bundles that may be stopped. */
    @AttributeDefinition(name = "%guard.partnerLocations", description = "%guard.partnerLocations.help")
    String[] partnerLocations() default {"file:", "reference:file:", "partner:", "einsnull-module:"};
}
