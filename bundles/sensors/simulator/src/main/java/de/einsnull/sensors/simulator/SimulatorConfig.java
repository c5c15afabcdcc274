package de.einsnull.sensors.simulator;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the demo city, PID {@value #PID}. */
@ObjectClassDefinition(localization = "OSGI-INF/l10n/settings", name = "%demo", description = "%demo.help")
@interface SimulatorConfig {

    /** PID of the settings. */
    String PID = "de.einsnull.sensors.simulator";

    @AttributeDefinition(name = "%demo.speed", description = "%demo.speed.help")
    double speed() default 1;

    @AttributeDefinition(name = "%demo.backfillDays", description = "%demo.backfillDays.help")
    @SettingHint(unit = "%days")
    int backfillDays() default 7;

    @AttributeDefinition(name = "%demo.backfillHoursPerSecond", description = "%demo.backfillHoursPerSecond.help")
    int backfillHoursPerSecond() default 3;

    @AttributeDefinition(name = "%demo.startAfterSeconds", description = "%demo.startAfterSeconds.help")
    @SettingHint(unit = "s")
    int startAfterSeconds() default 5;
}
