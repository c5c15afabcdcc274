package de.einsnull.search.portal;

import de.einsnull.search.api.SearchResult.Facet;
import de.einsnull.search.portal.Asked.Filter;
import java.util.List;

/**
 * A facet with the links that narrow the results.
 *
 * @param name its name
 * @param choices its values
 */
public record FacetView(String name, List<Choice> choices) {

    /**
     * A value.
     *
     * @param value the value
     * @param count how many results have it
     * @param href address of the results with it, or without if it is chosen
     * @param chosen whether it is chosen
     */
    public record Choice(String value, long count, String href, boolean chosen) {}

    private static final int MOST = 8;

    /** Those that tell results apart, and those that are chosen. */
    static List<FacetView> of(List<Facet> facets, Asked asked, long total) {
        return facets.stream()
                .map(facet -> new FacetView(facet.name(), choices(facet, asked)))
                .filter(facet -> facet.choices().stream().anyMatch(choice -> choice.chosen() || choice.count() < total))
                .toList();
    }

    private static List<Choice> choices(Facet facet, Asked asked) {
        return facet.counts().stream()
                .limit(MOST)
                .map(count -> {
                    var filter = new Filter(facet.name(), count.value());
                    return new Choice(count.value(), count.count(), asked.toggled(filter), asked.has(filter));
                })
                .toList();
    }
}
