package de.einsnull.portal.map;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the city map, PID {@value #PID}. */
@ObjectClassDefinition(name = "City map", description = "Base map and first view of the city map.")
@interface MapConfig {

    /** PID of the settings. */
    String PID = "de.einsnull.portal.map";

    @AttributeDefinition(
            name = "Style address",
            description =
                    "Address of a MapLibre style (https://...). Empty: the bundled base map, which needs no network.")
    String styleUrl() default "";

    @AttributeDefinition(
            name = "Centre",
            description = "Longitude and latitude in degrees, WGS 84, with a comma between.")
    String center() default "8.1436,51.8236";

    @AttributeDefinition(name = "Zoom", description = "First zoom level, 0 (world) to 20 (house).")
    double zoom() default 14.4;

    @AttributeDefinition(
            name = "Attribution",
            description = "Who made the base map, as its licence demands. Empty for the bundled one.")
    String attribution() default "";

    @AttributeDefinition(
            name = "Stale after minutes",
            description = "A layer whose newest value is older than this is marked as out of date.")
    int staleAfterMinutes() default 90;
}
