package de.einsnull.search.api;

import de.einsnull.security.api.Identity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is searched for, by whom. Whatever people type is a valid query: words, {@code "a phrase"}, {@code -without} and
 * {@code field:value} ({@code title:} or the name of a facet). Begin with {@link #of}.
 *
 * @param text what was typed; what is longer than {@value #MAX_TEXT} characters is cut. Blank finds everything, the newest
 *     first
 * @param readers what the asking person holds, see {@link Readers}
 * @param languages BCP 47 tags of wanted languages, the best first; of a thing that exists in several of them only the best
 *     is found. All languages if empty
 * @param types only these types, all if empty
 * @param filters facet name to values, of which a document has at least one
 * @param offset how many hits are skipped, 0 to {@value #MAX_OFFSET}
 * @param limit most hits, 0 to {@value #MAX_LIMIT}
 */
public record SearchQuery(
        String text,
        Set<String> readers,
        List<String> languages,
        Set<String> types,
        Map<String, Set<String>> filters,
        int offset,
        int limit) {

    /** Longest text that is looked at. */
    public static final int MAX_TEXT = 500;

    /** Most hits that can be skipped. */
    public static final int MAX_OFFSET = 10_000;

    /** Most hits in one answer. */
    public static final int MAX_LIMIT = 100;

    private static final int MOST_VALUES = 50;

    /** Cuts the text, copies the collections and moves offset and limit into their ranges. */
    public SearchQuery {
        text = text.substring(0, Math.min(MAX_TEXT, text.length())).strip();
        readers = Set.copyOf(readers);
        languages = languages.stream().distinct().limit(MOST_VALUES).toList();
        types = Set.copyOf(types.stream().limit(MOST_VALUES).toList());
        var copy = new TreeMap<String, Set<String>>();
        filters.entrySet().stream()
                .limit(MOST_VALUES)
                .forEach(filter -> copy.put(
                        filter.getKey(),
                        Set.copyOf(filter.getValue().stream().limit(MOST_VALUES).toList())));
        filters = java.util.Collections.unmodifiableMap(copy);
        offset = Math.max(0, Math.min(MAX_OFFSET, offset));
        limit = Math.max(0, Math.min(MAX_LIMIT, limit));
    }

    /**
     * Begins a query for the first ten hits in all languages.
     *
     * @param text what was typed
     * @param identity who is asking
     * @return the query
     */
    public static SearchQuery of(String text, Identity identity) {
        return new SearchQuery(text, Readers.of(identity), List.of(), Set.of(), Map.of(), 0, 10);
    }

    /**
     * The same in certain languages.
     *
     * @param tags BCP 47 tags, the best first
     * @return the query
     */
    public SearchQuery in(String... tags) {
        return new SearchQuery(text, readers, List.of(tags), types, filters, offset, limit);
    }

    /**
     * The same of certain types.
     *
     * @param only types, all if none is given
     * @return the query
     */
    public SearchQuery ofTypes(String... only) {
        return new SearchQuery(text, readers, languages, new LinkedHashSet<>(List.of(only)), filters, offset, limit);
    }

    /**
     * The same, narrowed further.
     *
     * @param facet name of a facet
     * @param values of which a document has at least one
     * @return the query
     */
    public SearchQuery where(String facet, String... values) {
        var more = new TreeMap<>(filters);
        var all = new ArrayList<>(more.getOrDefault(facet, Set.of()));
        all.addAll(List.of(values));
        more.put(facet, new LinkedHashSet<>(all));
        return new SearchQuery(text, readers, languages, types, more, offset, limit);
    }

    /**
     * The same, another part of the hits.
     *
     * @param from how many hits are skipped
     * @param most most hits
     * @return the query
     */
    public SearchQuery page(int from, int most) {
        return new SearchQuery(text, readers, languages, types, filters, from, most);
    }
}
