package de.einsnull.search.api;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A document that was found.
 *
 * @param type its type
 * @param id id of the thing
 * @param language BCP 47 tag of its text
 * @param title its title, with the words that were searched for
 * @param snippet the part of its text that fits best, with the words that were searched for; its beginning if none is in it
 * @param link path below the language without a leading slash, or an absolute address
 * @param facets its facets
 * @param updated when it was changed last
 */
public record SearchHit(
        String type,
        String id,
        String language,
        MarkedText title,
        MarkedText snippet,
        String link,
        Map<String, Set<String>> facets,
        Optional<Instant> updated) {

    /** Copies the facets. */
    public SearchHit {
        facets = Map.copyOf(facets);
    }
}
