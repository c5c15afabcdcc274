package de.einsnull.portal.shell.web;

import de.einsnull.portal.api.Language;

/** Chooses the language for a visitor who did not ask for one by address. */
final class LanguageChoice {

    private LanguageChoice() {}

    /**
     * The language chosen by hand, or else the first of the browser's that the portal has, or else German.
     *
     * @param acceptLanguage header of the request, may be null
     */
    static Language choose(Preferences preferences, String acceptLanguage) {
        return preferences.language().orElseGet(() -> Language.accepted(acceptLanguage));
    }
}
