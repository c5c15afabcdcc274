package de.einsnull.search.portal;

import de.einsnull.portal.api.PageRequest;
import de.einsnull.search.api.SearchDocument;
import de.einsnull.search.api.SearchQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the visitor asks for, from the address and back.
 *
 * @param text what was typed
 * @param type only this type, all if empty
 * @param filters facets that were chosen
 * @param page number of the page, from 1
 */
public record Asked(String text, String type, List<Filter> filters, int page) {

    static final int SIZE = 10;
    static final int MOST_PAGES = SearchQuery.MAX_OFFSET / SIZE;
    private static final int MOST_FILTERS = 20;

    /**
     * A facet that was chosen.
     *
     * @param name name of the facet
     * @param value its value
     */
    public record Filter(String name, String value) {

        String text() {
            return name + ":" + value;
        }
    }

    static Asked of(PageRequest request) {
        String text = request.parameter("q").orElse("");
        String type = request.parameter("art").filter(SearchDocument::isType).orElse("");
        var filters = request.parameters().getOrDefault("filter", List.of()).stream()
                .filter(filter -> filter.indexOf(':') > 0 && filter.length() <= SearchDocument.MAX_TITLE)
                .distinct()
                .limit(MOST_FILTERS)
                .map(filter ->
                        new Filter(filter.substring(0, filter.indexOf(':')), filter.substring(filter.indexOf(':') + 1)))
                .toList();
        int page = request.parameter("seite")
                .filter(number -> number.matches("[1-9]\\d{0,3}"))
                .map(Integer::parseInt)
                .orElse(1);
        return new Asked(
                text.substring(0, Math.min(SearchQuery.MAX_TEXT, text.length())),
                type,
                filters,
                Math.min(MOST_PAGES, page));
    }

    /** Address of a page of the same results; the number may be a placeholder. */
    public String address(String number) {
        var address = new StringBuilder(SearchPage.PATH).append("?q=").append(encoded(text));
        if (!type.isEmpty()) {
            address.append("&art=").append(type);
        }
        filters.forEach(filter -> address.append("&filter=").append(encoded(filter.text())));
        return "1".equals(number)
                ? address.toString()
                : address.append("&seite=").append(number).toString();
    }

    /** Address of the results of one type, of all types if it is the one that is shown. */
    String ofType(String other) {
        return new Asked(text, other.equals(type) ? "" : other, List.of(), 1).address("1");
    }

    /** Address without a type. */
    public String ofAllTypes() {
        return new Asked(text, "", List.of(), 1).address("1");
    }

    /** Address with other words. */
    public String corrected(String better) {
        return new Asked(better, type, filters, 1).address("1");
    }

    boolean has(Filter filter) {
        return filters.contains(filter);
    }

    /** Address with a facet chosen, or no longer chosen. */
    String toggled(Filter filter) {
        var changed = new ArrayList<>(filters);
        if (!changed.remove(filter)) {
            changed.add(filter);
        }
        return new Asked(text, type, changed, 1).address("1");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
