package de.einsnull.search.rest;

import de.einsnull.search.api.MarkedText;
import de.einsnull.search.api.SearchHit;
import de.einsnull.search.api.SearchResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was found.
 *
 * @param total how many documents match
 * @param hits the part that was asked for
 * @param types how many match of which type
 * @param facets how many match of which value, by name
 * @param didYouMean a better spelling, absent if there is none
 * @param complete false while the index is being filled
 */
public record ResultView(
        long total,
        List<HitView> hits,
        List<CountView> types,
        Map<String, List<CountView>> facets,
        String didYouMean,
        boolean complete) {

    static ResultView of(SearchResult result) {
        var facets = new java.util.LinkedHashMap<String, List<CountView>>();
        result.facets().forEach(facet -> facets.put(facet.name(), counts(facet.counts())));
        return new ResultView(
                result.total(),
                result.hits().stream().map(HitView::of).toList(),
                counts(result.types()),
                facets,
                result.didYouMean().orElse(null),
                result.complete());
    }

    private static List<CountView> counts(List<SearchResult.Count> counts) {
        return counts.stream()
                .map(count -> new CountView(count.value(), count.count()))
                .toList();
    }

    /**
     * How many have a value.
     *
     * @param value the value
     * @param count how many
     */
    public record CountView(String value, long count) {}

    /**
     * A text with parts that stand out.
     *
     * @param text plain text
     * @param marks first character and the one after the last of each part
     */
    public record TextView(String text, List<List<Integer>> marks) {

        static TextView of(MarkedText marked) {
            return new TextView(
                    marked.text(),
                    marked.marks().stream()
                            .map(mark -> List.of(mark.from(), mark.to()))
                            .toList());
        }
    }

    /**
     * A hit.
     *
     * @param type its type
     * @param id id of the thing
     * @param language tag of its language
     * @param title its title
     * @param snippet the part of its text that fits best
     * @param link path below the language, or an absolute address
     * @param facets its facets
     * @param updated when it was changed last, absent if nobody knows
     */
    public record HitView(
            String type,
            String id,
            String language,
            TextView title,
            TextView snippet,
            String link,
            Map<String, Set<String>> facets,
            Instant updated) {

        static HitView of(SearchHit hit) {
            return new HitView(
                    hit.type(),
                    hit.id(),
                    hit.language(),
                    TextView.of(hit.title()),
                    TextView.of(hit.snippet()),
                    hit.link(),
                    hit.facets(),
                    hit.updated().orElse(null));
        }
    }
}
