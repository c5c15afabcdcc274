package de.einsnull.search.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The search of the whole platform. Safe for use by several threads. Whoever asks finds what one of his readers may find;
 * nothing else shows in hits, numbers, facets, suggestions or spellings.
 *
 * <p>All methods throw {@link SearchUnavailableException} while there is no index.
 */
@ProviderType
public interface Search {

    /**
     * Searches. No text is an error.
     *
     * @param query what, by whom
     * @return what was found
     */
    SearchResult search(SearchQuery query);

    /**
     * Suggests titles whose words begin with the words of the query, whatever their order.
     *
     * @param query what was typed so far, by whom; a blank text has no suggestions. {@code limit} counts, {@code offset}
     *     does not
     * @return different titles, the best first
     */
    List<Suggestion> suggest(SearchQuery query);

    /**
     * Finds documents about the same as a text: duplicates, further reading.
     *
     * @param text title and text that others are compared with; what is longer than {@value SearchDocument#MAX_BODY}
     *     characters is cut
     * @param query by whom, which languages and types, how many; its text does not count
     * @return the most similar first
     */
    List<SearchHit> similar(String text, SearchQuery query);

    /**
     * Finds documents about the same as another document.
     *
     * @param type type of the document
     * @param id id of the document
     * @param query by whom, which languages and types, how many; its text does not count
     * @return the most similar first, without the document itself; empty if the asking person may not find it
     */
    List<SearchHit> similar(String type, String id, SearchQuery query);

    /**
     * The types of documents that can be found now.
     *
     * @return by type
     */
    List<SearchType> types();
}
