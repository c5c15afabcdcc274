package de.einsnull.search.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.search.portal.SearchPage.TypeView;
import de.einsnull.security.api.Identity;
import de.einsnull.testkit.CatalogueCheck;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a visitor clicks must lead to what he meant, and the address must say all of it: it is bookmarked and shared. */
class SearchPageTest {

    private final FakeSearch search = new FakeSearch();
    private final SearchPage page = new SearchPage(search);

    private PageResponse.View view(Map<String, List<String>> parameters) {
        return (PageResponse.View) page.handle(
                new PageRequest("GET", "", Language.TR, new Identity("7", "Anna", Set.of("staff")), parameters));
    }

    @Test
    void asksForTheVisitorInHisLanguageAndGermanBesides() {
        view(Map.of("q", List.of("bank"), "seite", List.of("3"), "filter", List.of("area:Park", "nonsense")));

        assertThat(search.asked.readers()).contains("role:staff", "user:7");
        assertThat(search.asked.languages()).containsExactly("tr", "de", "de-simple");
        assertThat(search.asked.offset()).isEqualTo(20);
        assertThat(search.asked.filters()).containsOnlyKeys("area");
    }

    @Test
    void everyChoiceIsALinkThatKeepsTheRest() {
        var model = view(Map.of("q", List.of("bank & co"), "filter", List.of("area:Park")))
                .model();

        assertThat(model.get("types"))
                .isEqualTo(List.of(new TypeView("Banklar", "tree", "suche?q=bank+%26+co&art=bench", 25, false)));
        assertThat(model).containsEntry("href", "suche?q=bank+%26+co&filter=area%3APark&seite={page}");
        assertThat(model).containsEntry("pages", 3).containsEntry("correctionHref", "suche?q=bench&filter=area%3APark");
        @SuppressWarnings("unchecked")
        var facets = (List<FacetView>) model.get("facets");
        assertThat(facets).extracting(FacetView::name).containsExactly("area");
        assertThat(facets.get(0).choices())
                .extracting(FacetView.Choice::href)
                .containsExactly("suche?q=bank+%26+co", "suche?q=bank+%26+co&filter=area%3APark&filter=area%3AMarkt");
    }

    @Test
    void hitsSayTheirTypeAndTheirLanguage() {
        @SuppressWarnings("unchecked")
        var hits = (List<HitView>) view(Map.of("q", List.of("bank"))).model().get("hits");

        assertThat(hits).singleElement().satisfies(hit -> {
            assertThat(hit.type()).isEqualTo("Banklar");
            assertThat(hit.language()).isEqualTo("en");
            assertThat(hit.path()).isEqualTo("baenke");
        });
    }

    @Test
    void withoutWordsThePageShowsWhatThereIs() {
        assertThat(view(Map.of()).template()).isEqualTo("search-start");
        assertThat(view(Map.of("art", List.of("bench"))).template()).isEqualTo("search");
    }

    @Test
    void saysThatTheSearchIsAwayInsteadOfFailing() {
        search.away = true;

        var view = view(Map.of("q", List.of("bank")));

        assertThat(view.status()).isEqualTo(503);
        assertThat(view.template()).isEqualTo("search-away");

        var alone = (PageResponse.View)
                new SearchPage().handle(new PageRequest("GET", "", Language.DE, Identity.ANONYMOUS, Map.of()));
        assertThat(alone.status()).isEqualTo(503);
    }

    @Test
    void everyTextIsThereInAllLanguages() {
        CatalogueCheck.ofThisModule().isComplete();
        CatalogueCheck.ofThisModule().hasWhatTemplatesUse("kit.", "search.suggestions");
        CatalogueCheck.ofThisModule().has("search.type.page", "search.title", "search.found.title");
    }
}
