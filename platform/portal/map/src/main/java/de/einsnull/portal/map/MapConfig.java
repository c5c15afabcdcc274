package de.einsnull.portal.map;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the city map, PID {@value #PID}. */
@ObjectClassDefinition(localization = "OSGI-INF/l10n/settings", name = "%map", description = "%map.help")
@interface MapConfig {

    /** PID of the settings. */
    String PID = "de.einsnull.portal.map";

    @AttributeDefinition(name = "%map.styleUrl", description = "%map.styleUrl.help")
    @SettingHint(pattern = "https?://.+")
    String styleUrl() default "";

    @AttributeDefinition(name = "%map.center", description = "%map.center.help")
    @SettingHint(geoPoint = true)
    String center() default "8.1436,51.8236";

    @AttributeDefinition(name = "%map.zoom", description = "%map.zoom.help", min = "0", max = "20")
    double zoom() default 14.4;

    @AttributeDefinition(name = "%map.attribution", description = "%map.attribution.help")
    String attribution() default "";

    @AttributeDefinition(
            name = "%map.staleAfterMinutes",
            description = "%map.staleAfterMinutes.help",
            min = "1",
            max = "525600")
    @SettingHint(unit = "min")
    int staleAfterMinutes() default 90;
}
