package de.einsnull.search.rest;

import de.einsnull.search.api.Suggestion;
import de.einsnull.search.rest.ResultView.TextView;

/**
 * A suggestion.
 *
 * @param title title of a document, with what was typed
 * @param type its type
 * @param language tag of its language
 * @param link path below the language, or an absolute address
 */
public record SuggestionView(TextView title, String type, String language, String link) {

    static SuggestionView of(Suggestion suggestion) {
        return new SuggestionView(
                TextView.of(suggestion.title()), suggestion.type(), suggestion.language(), suggestion.link());
    }
}
