package de.einsnull.search.portal;

import de.einsnull.search.api.MarkedText;
import de.einsnull.search.api.MarkedText.Range;
import de.einsnull.search.api.Search;
import de.einsnull.search.api.SearchHit;
import de.einsnull.search.api.SearchQuery;
import de.einsnull.search.api.SearchResult;
import de.einsnull.search.api.SearchResult.Count;
import de.einsnull.search.api.SearchResult.Facet;
import de.einsnull.search.api.SearchType;
import de.einsnull.search.api.SearchUnavailableException;
import de.einsnull.search.api.Suggestion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds one bench, whatever is asked. */
final class FakeSearch implements Search {

    SearchQuery asked;
    boolean away;

    @Override
    public SearchResult search(SearchQuery query) {
        if (away) {
            throw new SearchUnavailableException("away", Duration.ofSeconds(2), null);
        }
        asked = query;
        var title = new MarkedText("Bench", List.of(new Range(0, 5)));
        var hit = new SearchHit(
                "bench", "1", "en", title, new MarkedText("", List.of()), "baenke", Map.of(), Optional.empty());
        return new SearchResult(
                25,
                List.of(hit),
                List.of(new Count("bench", 25)),
                List.of(
                        new Facet("area", List.of(new Count("Park", 10), new Count("Markt", 15))),
                        new Facet("same", List.of(new Count("always", 25)))),
                Optional.of("bench"),
                true);
    }

    @Override
    public List<Suggestion> suggest(SearchQuery query) {
        return List.of();
    }

    @Override
    public List<SearchHit> similar(String text, SearchQuery query) {
        return List.of();
    }

    @Override
    public List<SearchHit> similar(String type, String id, SearchQuery query) {
        return List.of();
    }

    @Override
    public List<SearchType> types() {
        return List.of(
                new SearchType("bench", "tree", Map.of("de", "Bänke", "tr", "Banklar")),
                new SearchType("page", "home", Map.of("de", "Seiten")));
    }
}
