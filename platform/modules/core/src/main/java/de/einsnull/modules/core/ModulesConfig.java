package de.einsnull.modules.core;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the module administration; they take effect at once, running operations are waited for. */
@ObjectClassDefinition(localization = "OSGI-INF/l10n/settings", name = "%modules", description = "%modules.help")
public @interface ModulesConfig {

    /** PID of these settings. */
    String PID = "de.einsnull.modules";

    /** Largest archive. */
    @AttributeDefinition(
            name = "%modules.maxArchiveInMb",
            description = "%modules.maxArchiveInMb.help",
            min = "1",
            max = "2000")
    @SettingHint(unit = "MB")
    int maxArchiveInMb() default 100;

    /** Largest content. */
    @AttributeDefinition(
            name = "%modules.maxInflatedInMb",
            description = "%modules.maxInflatedInMb.help",
            min = "1",
            max = "20000")
    @SettingHint(unit = "MB")
    int maxInflatedInMb() default 500;

    /** Most files. */
    @AttributeDefinition(
            name = "%modules.maxEntries",
            description = "%modules.maxEntries.help",
            min = "1",
            max = "1000000")
    int maxEntries() default 20_000;

    /** Largest compression ratio. */
    @AttributeDefinition(name = "%modules.maxRatio", description = "%modules.maxRatio.help", min = "1", max = "10000")
    int maxRatio() default 200;

    /** Deepest nesting. */
    @AttributeDefinition(name = "%modules.maxNesting", description = "%modules.maxNesting.help", min = "1", max = "10")
    int maxNesting() default 3;

    /** Packages that modules may import. */
    @AttributeDefinition(name = "%modules.allowedImports", description = "%modules.allowedImports.help")
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
            name = "%modules.healthTimeoutInSec",
            description = "%modules.healthTimeoutInSec.help",
            min = "1",
            max = "3600")
    @SettingHint(unit = "s")
    int healthTimeoutInSec() default 30;

    /** Time for one call. */
    @AttributeDefinition(
            name = "%modules.callTimeoutInSec",
            description = "%modules.callTimeoutInSec.help",
            min = "1",
            max = "600")
    @SettingHint(unit = "s")
    int callTimeoutInSec() default 20;

    /** Pause between two looks into the watched folder. */
    @AttributeDefinition(
            name = "%modules.deployPollInMs",
            description = "%modules.deployPollInMs.help",
            min = "50",
            max = "60000")
    @SettingHint(unit = "ms")
    int deployPollInMs() default 250;
}
