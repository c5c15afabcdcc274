package de.example.benches;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What city IT can set. The form is made from this; its words are in {@code OSGI-INF/l10n/settings*.properties}. */
@ObjectClassDefinition(
        name = "%benches.name",
        description = "%benches.description",
        localization = "OSGI-INF/l10n/settings")
public @interface Settings {

    /** How many benches one person may adopt. */
    @AttributeDefinition(name = "%most.name", description = "%most.description", min = "1", max = "20")
    int mostForOne() default 2;
}
