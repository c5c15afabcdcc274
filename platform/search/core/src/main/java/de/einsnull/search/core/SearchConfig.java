package de.einsnull.search.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the search, PID {@value #PID}. A change counts at once; nothing is read again. */
@ObjectClassDefinition(localization = "OSGI-INF/l10n/settings", name = "%search", description = "%search.help")
@interface SearchConfig {

    /** PID of the settings. */
    String PID = "de.einsnull.search";

    @AttributeDefinition(name = "%search.synonyms", description = "%search.synonyms.help", required = false)
    String[] synonyms() default {};

    @AttributeDefinition(name = "%search.ownSynonyms", description = "%search.ownSynonyms.help")
    boolean ownSynonyms() default true;
}
