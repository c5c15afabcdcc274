package de.einsnull.search.api;

import java.util.List;
import java.util.Optional;

/**
 * What was found.
 *
 * @param total how many documents match
 * @param hits the part of them that was asked for, the best first
 * @param types how many of them are of which type; all types, whatever the query was narrowed to
 * @param facets how many of them have which value, by name of the facet
 * @param didYouMean the query with the spelling of words that are there, empty if all words are known or none is near
 * @param complete false while the index is built for the first time or anew after damage: hits may be missing
 */
public record SearchResult(
        long total,
        List<SearchHit> hits,
        List<Count> types,
        List<Facet> facets,
        Optional<String> didYouMean,
        boolean complete) {

    /** Copies the lists. */
    public SearchResult {
        hits = List.copyOf(hits);
        types = List.copyOf(types);
        facets = List.copyOf(facets);
    }

    /**
     * How many documents have a value.
     *
     * @param value the value
     * @param count number of documents that match and may be seen
     */
    public record Count(String value, long count) {}

    /**
     * Values of a facet.
     *
     * @param name name of the facet
     * @param counts the most frequent values first, at most 20
     */
    public record Facet(String name, List<Count> counts) {

        /** Copies the counts. */
        public Facet {
            counts = List.copyOf(counts);
        }
    }
}
