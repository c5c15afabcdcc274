package de.einsnull.search.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts a {@link SearchDocument} together. For one thread. */
public final class SearchDocumentBuilder {

    private final String type;
    private final String id;
    private final String title;
    private final Map<String, Set<String>> facets = new TreeMap<>();
    private final Set<String> readers = new LinkedHashSet<>();
    private final List<String> keywords = new ArrayList<>();
    private String language = "de";
    private String body = "";
    private String link = "";
    private Optional<Instant> validFrom = Optional.empty();
    private Optional<Instant> validUntil = Optional.empty();
    private Optional<Instant> updated = Optional.empty();

    SearchDocumentBuilder(String type, String id, String title) {
        this.type = type;
        this.id = id;
        this.title = title;
    }

    /**
     * Says which language the text is in.
     *
     * @param tag BCP 47 tag
     * @return this
     */
    public SearchDocumentBuilder language(String tag) {
        language = tag;
        return this;
    }

    /**
     * Sets the text.
     *
     * @param plainText text without markup
     * @return this
     */
    public SearchDocumentBuilder body(String plainText) {
        body = plainText;
        return this;
    }

    /**
     * Says where it is shown.
     *
     * @param pathOrAddress path below the language without a leading slash, or an absolute {@code https} address
     * @return this
     */
    public SearchDocumentBuilder link(String pathOrAddress) {
        link = pathOrAddress;
        return this;
    }

    /**
     * Adds a value that results can be narrowed by; a blank one is left out.
     *
     * @param name name of the facet: lower-case letters, digits and hyphens
     * @param value the value
     * @return this
     */
    public SearchDocumentBuilder facet(String name, String value) {
        if (!value.isBlank()) {
            facets.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(value);
        }
        return this;
    }

    /**
     * Says when it may be found.
     *
     * @param from not before (UTC), empty for always
     * @param until not from then on (UTC), empty for always
     * @return this
     */
    public SearchDocumentBuilder valid(Optional<Instant> from, Optional<Instant> until) {
        validFrom = from;
        validUntil = until;
        return this;
    }

    /**
     * Says when it was changed last.
     *
     * @param at point in time (UTC)
     * @return this
     */
    public SearchDocumentBuilder updated(Instant at) {
        updated = Optional.of(at);
        return this;
    }

    /**
     * Adds people who may find it.
     *
     * @param more see {@link Readers}
     * @return this
     */
    public SearchDocumentBuilder readers(String... more) {
        readers.addAll(Set.of(more));
        return this;
    }

    /**
     * Adds words it is found by; a blank one is left out.
     *
     * @param more synonyms, abbreviations, numbers
     * @return this
     */
    public SearchDocumentBuilder keywords(String... more) {
        for (String word : more) {
            if (!word.isBlank()) {
                keywords.add(word);
            }
        }
        return this;
    }

    /**
     * Makes the document.
     *
     * @return the document
     * @throws IllegalArgumentException if a value breaks the rules of {@link SearchDocument}
     */
    public SearchDocument build() {
        return new SearchDocument(
                type, id, language, title, body, link, facets, validFrom, validUntil, updated, readers, keywords);
    }
}
