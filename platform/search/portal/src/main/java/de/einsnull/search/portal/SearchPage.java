package de.einsnull.search.portal;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.search.api.Search;
import de.einsnull.search.api.SearchQuery;
import de.einsnull.search.api.SearchResult;
import de.einsnull.search.api.SearchUnavailableException;
import de.einsnull.security.api.Access;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The search of the whole platform, at {@code suche}; a plain form and plain links. */
@Component
@PageAt(path = SearchPage.PATH, access = Access.PUBLIC)
public final class SearchPage implements PortalPage {

    static final String PATH = "suche";

    private static final int UNAVAILABLE = 503;

    /** Away while the search is updated; the page stays and says so. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Search search;

    /** Starts without a search; it comes and goes. */
    @Activate
    public SearchPage() {
        this(null);
    }

    SearchPage(Search search) {
        this.search = search;
    }

    @Override
    public PageResponse handle(PageRequest request) {
        if (!request.path().isEmpty()) {
            return PageResponse.notFound();
        }
        var asked = Asked.of(request);
        var model = new HashMap<String, Object>();
        model.put("asked", asked);
        try {
            var now = search;
            if (now == null) {
                throw new SearchUnavailableException("The search is being updated", Duration.ofSeconds(1), null);
            }
            if (asked.text().isEmpty() && asked.type().isEmpty()) {
                model.put("types", types(now, asked, request.language(), Map.of()));
                return PageResponse.view("search-start", "search.title", model);
            }
            return found(now, asked, request, model);
        } catch (SearchUnavailableException e) {
            return new PageResponse.View("search-away", "search.title", new Object[0], model, UNAVAILABLE);
        }
    }

    private static PageResponse found(Search search, Asked asked, PageRequest request, Map<String, Object> model) {
        var query = SearchQuery.of(asked.text(), request.identity())
                .in(languages(request.language()))
                .page((asked.page() - 1) * Asked.SIZE, Asked.SIZE);
        query = asked.type().isEmpty() ? query : query.ofTypes(asked.type());
        for (var filter : asked.filters()) {
            query = query.where(filter.name(), filter.value());
        }
        var result = search.search(query);
        var counts = new HashMap<String, Long>();
        result.types().forEach(count -> counts.put(count.value(), count.count()));
        model.putAll(model(search, asked, request.language(), result));
        model.put("types", types(search, asked, request.language(), counts));
        return new PageResponse.View("search", "search.found.title", new Object[] {asked.text()}, model, 200);
    }

    private static Map<String, Object> model(Search search, Asked asked, Language language, SearchResult result) {
        var types = search.types();
        String correction = result.didYouMean().orElse("");
        long pages = (result.total() + Asked.SIZE - 1) / Asked.SIZE;
        return Map.of(
                "total", result.total(),
                "filling", !result.complete(),
                "correction", correction,
                "correctionHref", asked.corrected(correction),
                "hits",
                        result.hits().stream()
                                .map(hit -> HitView.of(hit, language, types))
                                .toList(),
                "facets", FacetView.of(result.facets(), asked, result.total()),
                "pages", (int) Math.max(1, Math.min(Asked.MOST_PAGES, pages)),
                "href", asked.address("{page}"));
    }

    /** The language of the page first, German for all that has no other. */
    static String[] languages(Language page) {
        var tags = new LinkedHashSet<>(List.of(page.tag(), Language.DE.tag(), Language.DE_SIMPLE.tag()));
        return tags.toArray(String[]::new);
    }

    private static List<TypeView> types(Search search, Asked asked, Language language, Map<String, Long> counts) {
        return search.types().stream()
                .filter(type -> counts.isEmpty()
                        || counts.containsKey(type.type())
                        || type.type().equals(asked.type()))
                .map(type -> new TypeView(
                        type.title(language.locale()),
                        type.icon(),
                        asked.ofType(type.type()),
                        counts.getOrDefault(type.type(), 0L),
                        type.type().equals(asked.type())))
                .toList();
    }

    /**
     * A type as a tab.
     *
     * @param title what people call it
     * @param icon its icon
     * @param href address of the results of this type alone
     * @param count how many of it match
     * @param current whether only these are shown
     */
    public record TypeView(String title, String icon, String href, long count, boolean current) {}
}
