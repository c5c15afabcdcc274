package de.einsnull.search.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import de.einsnull.search.rest.ResultView.CountView;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.web.api.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchResourceTest {

    private final OneHit search = new OneHit();
    private final SearchResource resource = new SearchResource(new FixedCaller(FixedCaller.citizen("7")), search);

    @Test
    void asksForTheCallerAndNobodyElse() {
        resource.search("bank", List.of("en", "de"), List.of("bench"), List.of("area:a:b", ":x", "y"), 5, 20);

        assertThat(search.asked.readers())
                .containsExactlyInAnyOrder("public", "authenticated", "user:7", "role:citizen");
        assertThat(search.asked.languages()).containsExactly("en", "de");
        assertThat(search.asked.types()).containsExactly("bench");
        assertThat(search.asked.filters()).isEqualTo(Map.of("area", java.util.Set.of("a:b")));
        assertThat(search.asked.offset()).isEqualTo(5);
        assertThat(search.asked.limit()).isEqualTo(20);
    }

    /** Clients mark by places; markup in a text would be an open door. */
    @Test
    void answersTextAndPlacesNeverMarkup() {
        var answer = resource.search("bank", List.of(), List.of(), List.of(), 0, 10);

        assertThat(answer.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.title().text()).isEqualTo("<b>Bank</b>");
            assertThat(hit.title().marks()).containsExactly(List.of(3, 7));
        });
        assertThat(answer.facets()).isEqualTo(Map.of("area", List.of(new CountView("Park", 1))));
    }

    @Test
    void saysThatTheSearchIsAwayInsteadOfFailing() {
        search.away = true;

        assertThatThrownBy(() -> resource.suggest("b", List.of(), 8))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().status()).isEqualTo(503);
                    assertThat(e.problem().code()).isEqualTo("search-unavailable");
                });
    }

    /** While the search is updated its API stays, so that clients know that it comes back. */
    @Test
    void answersWithoutASearch() {
        var alone = new SearchResource(new FixedCaller(FixedCaller.citizen("7")));

        assertThatThrownBy(() -> alone.search("b", List.of(), List.of(), List.of(), 0, 10))
                .isInstanceOf(ProblemException.class);
    }

    private static final class OneHit implements Search {

        private SearchQuery asked;
        private boolean away;

        @Override
        public SearchResult search(SearchQuery query) {
            asked = query;
            var title = new MarkedText("<b>Bank</b>", List.of(new Range(3, 7)));
            var hit = new SearchHit("bench", "1", "de", title, title, "x", Map.of(), Optional.empty());
            var area = new Facet("area", List.of(new Count("Park", 1)));
            return new SearchResult(1, List.of(hit), List.of(), List.of(area), Optional.empty(), true);
        }

        @Override
        public List<Suggestion> suggest(SearchQuery query) {
            if (away) {
                throw new SearchUnavailableException("away", Duration.ofSeconds(2), null);
            }
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
            return List.of();
        }
    }
}
