package de.einsnull.search.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.bus.api.CityEvent;
import de.einsnull.search.api.MarkedText.Piece;
import de.einsnull.search.api.MarkedText.Range;
import de.einsnull.security.api.Identity;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchQueryTest {

    /** A query of a stranger must not grow without bounds, whatever he sends. */
    @Test
    void bringsEverythingIntoItsBounds() {
        var query = SearchQuery.of(" " + "x".repeat(10_000), Identity.ANONYMOUS).page(-1, 1_000_000);

        assertThat(query.text()).hasSizeLessThanOrEqualTo(SearchQuery.MAX_TEXT);
        assertThat(query.offset()).isZero();
        assertThat(query.limit()).isEqualTo(SearchQuery.MAX_LIMIT);
    }

    /** Whoever holds more than he should sees what is not for him. */
    @Test
    void aPersonHoldsHisAccountAndRolesAndNobodyOnlyWhatIsPublic() {
        assertThat(Readers.of(Identity.ANONYMOUS)).containsExactly("public");
        assertThat(Readers.of(new Identity("7", "Anna", Set.of("staff"))))
                .containsExactlyInAnyOrder("public", "authenticated", "user:7", "role:staff");
        assertThat(Readers.meeting("admin")).isEqualTo("role:admin");
        assertThat(Readers.meeting("public")).isEqualTo("public");
    }

    @Test
    void aChangeTravelsAsAnEvent() {
        var changed = new SearchChanged("page", "a/b/c");
        var event = changed.event(URI.create("/x"), Instant.EPOCH);

        assertThat(SearchChanged.of(event)).hasValue(changed);
        assertThat(event.data()).isEqualTo("{\"type\":\"page\",\"id\":\"a/b/c\"}");
        assertThat(SearchChanged.of(
                        CityEvent.of(URI.create("/x"), SearchChanged.EVENT, "nonsense", Instant.EPOCH, "{}")))
                .isEmpty();
    }

    /** Templates print the pieces; together they are the text, or readers would miss some of it. */
    @Test
    void piecesMakeTheWholeText() {
        var text = new MarkedText("Die Hundesteuer", List.of(new Range(4, 15)));

        assertThat(text.pieces()).containsExactly(new Piece("Die ", false), new Piece("Hundesteuer", true));
        assertThat(new MarkedText("", List.of()).pieces()).isEmpty();
    }
}
