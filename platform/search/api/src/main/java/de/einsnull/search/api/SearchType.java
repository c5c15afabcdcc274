package de.einsnull.search.api;

import java.util.Locale;
import java.util.Map;

/**
 * A type of documents that can be found now.
 *
 * @param type the type
 * @param icon name of an icon of the shell
 * @param titles what people call such documents, by BCP 47 tag of a language of the portal; German is always there
 */
public record SearchType(String type, String icon, Map<String, String> titles) {

    /** Copies the titles. */
    public SearchType {
        titles = Map.copyOf(titles);
    }

    /**
     * What people call such documents.
     *
     * @param language language of the reader
     * @return the title in this language, or in German
     */
    public String title(Locale language) {
        return titles.getOrDefault(language.toLanguageTag(), titles.getOrDefault("de", type));
    }
}
