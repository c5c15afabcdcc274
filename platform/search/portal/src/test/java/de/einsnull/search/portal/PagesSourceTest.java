package de.einsnull.search.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.einsnull.portal.api.BundleTexts;
import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.api.MenuEntry.Place;
import de.einsnull.search.api.SearchDocument;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesSourceTest {

    private static final BundleTexts TEXTS = new BundleTexts(name -> PagesSourceTest.class.getResource("/" + name));

    private static PagesSource.Entry entry(String path, String access) {
        return new PagesSource.Entry(new MenuEntry(Place.STAFF, 1, path, "search.title", "", access), TEXTS, "m");
    }

    /** A page of the staff must not show up for citizens, not even by its name. */
    @Test
    void aPageIsFoundByThoseWhoMayOpenIt() {
        var found = new ArrayList<SearchDocument>();

        new PagesSource(() -> List.of(
                        entry("suche", "public"),
                        entry("akten", "staff"),
                        entry("suche", "public"),
                        entry("", "public")))
                .documents(found::add);

        assertThat(found)
                .filteredOn(document -> document.language().equals("tr"))
                .extracting(SearchDocument::id, SearchDocument::title, document -> List.copyOf(document.readers()))
                .containsExactly(
                        tuple("suche", "Arama", List.of("public")), tuple("akten", "Arama", List.of("role:staff")));
    }

    @Test
    void aPageThatIsGoneIsGone() {
        var source = new PagesSource(() -> List.of(entry("suche", "public")));

        assertThat(source.document("suche")).hasSize(6);
        assertThat(source.document("akten")).isEmpty();
    }
}
