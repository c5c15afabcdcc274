package de.einsnull.search.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Something that can be found: one thing in one language. Make it with {@link #of}.
 *
 * @param type kind of the thing, the one of its {@link SearchSource}: lower-case letters, digits and hyphens
 * @param id identifies the thing within its type, the same in all languages: at most {@value #MAX_ID} characters without
 *     spaces, quotation marks and backslashes
 * @param language BCP 47 tag of the text, {@code de} unless said
 * @param title what people call it, not blank, at most {@value #MAX_TITLE} characters
 * @param body plain text without markup, may be empty; what is longer than {@value #MAX_BODY} characters is cut
 * @param link path of a page below the language without a leading slash, or an absolute {@code https} address
 * @param facets what results can be narrowed by, name to values; names are lower-case letters, digits and hyphens
 * @param validFrom not found before, empty for always
 * @param validUntil not found from then on, empty for always
 * @param updated when it was changed last, empty if nobody knows
 * @param readers who may find it, see {@link Readers}; nobody if empty
 * @param keywords further words it is found by, as good as those of the title: synonyms, abbreviations, numbers
 */
public record SearchDocument(
        String type,
        String id,
        String language,
        String title,
        String body,
        String link,
        Map<String, Set<String>> facets,
        Optional<Instant> validFrom,
        Optional<Instant> validUntil,
        Optional<Instant> updated,
        Set<String> readers,
        List<String> keywords) {

    /** Longest id. */
    public static final int MAX_ID = 200;

    /** Longest title. */
    public static final int MAX_TITLE = 300;

    /** Longest text that is searched. */
    public static final int MAX_BODY = 200_000;

    /** Longest link. */
    public static final int MAX_LINK = 1_000;

    /** Most facet values, keywords or readers, each; the longest of them has {@value #MAX_TITLE} characters. */
    public static final int MAX_VALUES = 100;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Pattern ID = Pattern.compile("[^\\s\"\\\\\\p{Cntrl}]{1," + MAX_ID + "}");

    /**
     * Checks and copies the values.
     *
     * @throws IllegalArgumentException if one breaks the rules above; the message says which
     */
    public SearchDocument {
        require(isType(type), "Not a type: " + type);
        require(isId(id), "Not an id of at most " + MAX_ID + " characters: " + id);
        require(!Locale.forLanguageTag(language).getLanguage().isEmpty(), "Not a language: " + language);
        require(!title.isBlank() && title.length() <= MAX_TITLE, "Not a title of 1 to " + MAX_TITLE + ": " + title);
        require(link.length() <= MAX_LINK && !link.startsWith("/"), "Not a link: " + link);
        require(!SCHEME.matcher(link).lookingAt() || link.startsWith("https://"), "Not a path and not https: " + link);
        body = body.substring(0, Math.min(MAX_BODY, body.length()));
        facets = Bounds.copyOf(facets);
        require(facets.keySet().stream().allMatch(name -> NAME.matcher(name).matches()), "Not facets: " + facets);
        readers = Set.copyOf(Bounds.checked("readers", readers));
        keywords = List.copyOf(Bounds.checked("keywords", keywords));
        Objects.requireNonNull(validFrom, "validFrom");
        Objects.requireNonNull(validUntil, "validUntil");
        Objects.requireNonNull(updated, "updated");
    }

    /**
     * Begins a document in German that nobody may find yet.
     *
     * @param type kind of the thing
     * @param id identifies the thing within its type
     * @param title what people call it
     * @return a builder
     */
    public static SearchDocumentBuilder of(String type, String id, String title) {
        return new SearchDocumentBuilder(type, id, title);
    }

    /**
     * Whether a text can be a type.
     *
     * @param text any text
     * @return true for lower-case letters, digits and hyphens, at most 40
     */
    public static boolean isType(String text) {
        return NAME.matcher(text).matches();
    }

    /**
     * Whether a text can be an id.
     *
     * @param text any text
     * @return true if it keeps the rules above
     */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
