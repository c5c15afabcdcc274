package de.einsnull.portal.api;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The languages of the portal. The tag is the first part of every page's path. */
public enum Language {
    /** German, the language of reference. */
    DE("de", "Deutsch", false),
    /** German in Leichte Sprache, tagged with the registered variant {@code simple}. */
    DE_SIMPLE("de-simple", "Leichte Sprache", false),
    /** English. */
    EN("en", "English", false),
    /** Ukrainian. */
    UK("uk", "Українська", false),
    /** Turkish. */
    TR("tr", "Türkçe", false),
    /** Arabic. */
    AR("ar", "العربية", true);

    private static final int LONGEST_HEADER = 512;

    private final String tag;
    private final String nativeName;
    private final boolean rightToLeft;

    Language(String tag, String nativeName, boolean rightToLeft) {
        this.tag = tag;
        this.nativeName = nativeName;
        this.rightToLeft = rightToLeft;
    }

    /**
     * BCP 47 tag, also the first part of the path.
     *
     * @return the tag
     */
    public String tag() {
        return tag;
    }

    /**
     * Name of the language in itself.
     *
     * @return the name
     */
    public String nativeName() {
        return nativeName;
    }

    /**
     * Whether the script runs from right to left.
     *
     * @return true for Arabic
     */
    public boolean isRightToLeft() {
        return rightToLeft;
    }

    /**
     * Locale for texts, numbers and dates.
     *
     * @return the locale
     */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /**
     * Finds a language by its tag.
     *
     * @param tag tag, case does not matter
     * @return the language, empty if the portal does not have it
     */
    public static Optional<Language> ofTag(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equalsIgnoreCase(tag))
                .findFirst();
    }

    /**
     * The language that a client prefers.
     *
     * @param header value of {@code Accept-Language}; may be null, too long or nonsense
     * @return the best one that the portal has, German if it has none of them
     */
    public static Language accepted(String header) {
        if (header == null || header.length() > LONGEST_HEADER) {
            return DE;
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight)
                            .reversed())
                    .flatMap(range -> ofRange(range.getRange()).stream())
                    .findFirst()
                    .orElse(DE);
        } catch (IllegalArgumentException e) {
            return DE; // who sends nonsense gets the language of reference
        }
    }

    private static Optional<Language> ofRange(String range) {
        var exact = ofTag(range);
        return exact.isPresent() ? exact : ofTag(range.split("-", 2)[0]);
    }
}
