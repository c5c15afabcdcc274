package de.einsnull.sensors.simulator;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the demo city, PID {@value #PID}. */
@ObjectClassDefinition(localization = "OSGI-INF/l10n/settings", name = "%demo", description = "%demo.help")
@interface SimulatorConfig {

    /** PID of the settings. */
    String PID = "de.einsnull.sensors.simulator";

    @AttributeDefinition(name = "%demo.speed", description = "%demo.speed.help", min = "0.1", max = "500")
    double speed() default 1;

    @AttributeDefinition(name = "%demo.backfillDays", description = "%demo.backfillDays.help", min = "0", max = "30")
    @SettingHint(unit = "%days")
    int backfillDays() default 7;

    @AttributeDefinition(
            name = "%demo.backfillHoursPerSecond",
            description = "%demo.backfillHoursPerSecond.help",
            min = "1",
            max = "48")
    @SettingHint(unit = "%hours")
    int backfillHoursPerSecond() default 3;

    @AttributeDefinition(
            name = "%demo.startAfterSeconds",
            description = "%demo.startAfterSeconds.help",
            min = "0",
            max = "3600")
    @SettingHint(unit = "s")
    int startAfterSeconds() default 5;
}
