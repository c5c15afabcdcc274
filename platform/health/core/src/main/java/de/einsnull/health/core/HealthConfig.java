package de.einsnull.health.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of health and metrics, PID {@code de.einsnull.health}. */
@ObjectClassDefinition(name = "EinsNull health", description = "Liveness, readiness and metrics")
public @interface HealthConfig {

    /** Whether requests from this machine see details and metrics without a login. */
    @AttributeDefinition(
            name = "Trust this machine",
            description = "Requests from this machine that no proxy forwards see details and metrics without a login.")
    boolean trustLoopback() default true;

    /** How long all checks together may take, in milliseconds. */
    @AttributeDefinition(
            name = "Time limit of checks",
            description = "A check that takes longer (milliseconds) counts as not well.",
            min = "100",
            max = "30000")
    int checkLimitInMs() default 1_500;

    /** Beginnings of the locations of bundles that partners bring. */
    @AttributeDefinition(
            name = "Partner bundles",
            description = "Bundles whose location starts like this never make the platform unready.")
    String[] partnerLocations() default {"file:", "reference:file:", "partner:", "einsnull-module:"};

    /** Components that may stay unsatisfied. */
    @AttributeDefinition(
            name = "Optional components",
            description = "Names of components that may stay unsatisfied in a ready platform.")
    String[] optionalComponents() default {};

    /** Below so much free space the disk check warns, in mebibytes. */
    @AttributeDefinition(name = "Little disk", description = "Free mebibytes below which the disk check warns.")
    int diskWarnInMiB() default 1_024;

    /** Below so much free space the platform is not ready, in mebibytes. */
    @AttributeDefinition(name = "No disk", description = "Free mebibytes below which the platform is not ready.")
    int diskCriticalInMiB() default 100;
}
