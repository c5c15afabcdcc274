package de.einsnull.sensors.datex;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Who publishes. Labels are in {@code OSGI-INF/l10n/views*.properties}. */
@ObjectClassDefinition(name = "%views.name", description = "%views.description", localization = "OSGI-INF/l10n/views")
public @interface Settings {

    /** Country of the publisher, two letters (ISO 3166-1). */
    @AttributeDefinition(name = "%country.name", description = "%country.description")
    @SettingHint(pattern = "[A-Z]{2}")
    String country() default "DE";

    /** Identifier of the publisher, as the national access point gave it. */
    @AttributeDefinition(name = "%identifier.name", description = "%identifier.description")
    @SettingHint(pattern = "[\\w .*-]{1,100}")
    String identifier() default "DE-NAP-Stadt";
}
