package de.einsnull.health.core;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of health and metrics, PID {@code de.einsnull.health}. */
@ObjectClassDefinition(localization = "OSGI-INF/l10n/settings", name = "%health", description = "%health.help")
public @interface HealthConfig {

    /** Whether requests from this machine see details and metrics without a login. */
    @AttributeDefinition(name = "%health.trustLoopback", description = "%health.trustLoopback.help")
    boolean trustLoopback() default true;

    /** How long all checks together may take, in milliseconds. */
    @AttributeDefinition(
            name = "%health.checkLimitInMs",
            description = "%health.checkLimitInMs.help",
            min = "100",
            max = "30000")
    @SettingHint(unit = "ms")
    int checkLimitInMs() default 1_500;

    /** Beginnings of the locations of bundles that partners bring. */
    @AttributeDefinition(name = "%health.partnerLocations", description = "%health.partnerLocations.help")
    String[] partnerLocations() default {"file:", "reference:file:", "partner:", "einsnull-module:"};

    /** Components that may stay unsatisfied. */
    @AttributeDefinition(name = "%health.optionalComponents", description = "%health.optionalComponents.help")
    String[] optionalComponents() default {};

    /** Below so much free space the disk check warns, in mebibytes. */
    @AttributeDefinition(
            name = "%health.diskWarnInMiB",
            description = "%health.diskWarnInMiB.help",
            min = "0",
            max = "1048576")
    @SettingHint(unit = "MiB")
    int diskWarnInMiB() default 1_024;

    /** Below so much free space the platform is not ready, in mebibytes. */
    @AttributeDefinition(
            name = "%health.diskCriticalInMiB",
            description = "%health.diskCriticalInMiB.help",
            min = "0",
            max = "1048576")
    @SettingHint(unit = "MiB")
    int diskCriticalInMiB() default 100;
}
