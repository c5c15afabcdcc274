package de.einsnull.portal.shell.web;

import de.einsnull.portal.api.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Chooses the language for a visitor who did not ask for one by address. */
final class LanguageChoice {

    private static final int LONGEST_HEADER = 512;

    private LanguageChoice() {}

    /**
     * The language chosen by hand, or else the first of the browser's that the portal has, or else German.
     *
     * @param acceptLanguage header of the request, may be null
     */
    static Language choose(Preferences preferences, String acceptLanguage) {
        return preferences.language().orElseGet(() -> negotiate(acceptLanguage));
    }

    private static Language negotiate(String header) {
        if (header == null || header.length() > LONGEST_HEADER) {
            return Language.DE;
        }
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return Language.DE; // a browser that sends nonsense gets the language of reference
        }
        return ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight)
                        .reversed())
                .flatMap(range -> match(range.getRange()).stream())
                .findFirst()
                .orElse(Language.DE);
    }

    private static java.util.Optional<Language> match(String range) {
        var exact = Language.ofTag(range);
        return exact.isPresent() ? exact : Language.ofTag(range.split("-", 2)[0]);
    }
}
