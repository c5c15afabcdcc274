package de.einsnull.modules.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the module administration; they take effect at once, running operations are waited for. */
@ObjectClassDefinition(name = "Modules", description = "What may be installed, and how long it may take.")
public @interface ModulesConfig {

    /** PID of these settings. */
    String PID = "de.einsnull.modules";

    /** Largest archive. */
    @AttributeDefinition(name = "Largest archive", description = "Megabytes of the file that is handed in.")
    int maxArchiveInMb() default 100;

    /** Largest content. */
    @AttributeDefinition(
            name = "Largest content",
            description = "Megabytes of all files of an archive together, unpacked, archives within it included.")
    int maxInflatedInMb() default 500;

    /** Most files. */
    @AttributeDefinition(name = "Most files", description = "Number of files, those of archives within it included.")
    int maxEntries() default 20_000;

    /** Largest compression ratio. */
    @AttributeDefinition(
            name = "Largest compression ratio",
            description = "How often larger than packed a file of more than a megabyte may become.")
    int maxRatio() default 200;

    /** Deepest nesting. */
    @AttributeDefinition(name = "Deepest nesting", description = "How many archives may lie within each other.")
    int maxNesting() default 3;

    /** Packages that modules may import. */
    @AttributeDefinition(
            name = "Allowed imports",
            description = "Packages that modules may import; * is one part of a name, ** is any number of parts.")
    String[] allowedImports() default {
        "de.einsnull.*.api",
        "de.einsnull.*.api.**",
        "org.osgi.**",
        "org.slf4j",
        "org.slf4j.**",
        "jakarta.**",
        "javax.**",
        "org.w3c.dom",
        "org.w3c.dom.**",
        "org.xml.sax",
        "org.xml.sax.**",
        "com.fasterxml.jackson.**",
        "io.swagger.v3.oas.annotations",
        "io.swagger.v3.oas.annotations.**",
        "org.apache.felix.hc.api",
        "org.apache.felix.hc.api.**",
        "org.apache.aries.jpa.template",
        "org.apache.aries.jpa.supplier",
        "org.eclipse.persistence.**"
    };

    /** Time to become well. */
    @AttributeDefinition(
            name = "Time to become well",
            description = "Seconds after which a new version that is not well is rolled back.")
    int healthTimeoutInSec() default 30;

    /** Time for one call. */
    @AttributeDefinition(
            name = "Time for one call",
            description = "Seconds that starting or stopping one bundle may take before it is given up.")
    int callTimeoutInSec() default 20;

    /** Pause between two looks into the watched folder. */
    @AttributeDefinition(
            name = "Pause of the watched folder",
            description = "Milliseconds between two looks into the watched folder.")
    int deployPollInMs() default 250;
}
