package de.einsnull.sensors.trees;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** When a tree is thirsty. Labels are in {@code OSGI-INF/l10n/settings*.properties}. */
@ObjectClassDefinition(
        name = "%trees.name",
        description = "%trees.description",
        localization = "OSGI-INF/l10n/settings")
public @interface Settings {

    /** Below it a tree is too dry, percent of the soil's volume. */
    @AttributeDefinition(name = "%dry.name", description = "%dry.description", min = "1", max = "60")
    @SettingHint(unit = "%percent")
    int dry_below() default 14;

    /** A tree that is too dry within so many days is on the list already. */
    @AttributeDefinition(name = "%soon.name", description = "%soon.description", min = "0", max = "14")
    int soon_in_days() default 2;

    /** Who waters. */
    @AttributeDefinition(name = "%team.name", description = "%team.description")
    String team() default "Bauhof";
}
