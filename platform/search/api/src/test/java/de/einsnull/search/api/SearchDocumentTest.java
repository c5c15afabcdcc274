package de.einsnull.search.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A module learns at once, and in words, what the search does not take; the index never holds it. */
class SearchDocumentTest {

    @Test
    void isForNobodyUnlessSaid() {
        var document = SearchDocument.of("bench", "7", "Bench").build();

        assertThat(document.readers()).isEmpty();
        assertThat(document.language()).isEqualTo("de");
    }

    @ParameterizedTest
    @CsvSource({
        "Bench, 7, x, ''",
        "bench, a b, x, ''",
        "bench, 7, ' ', ''",
        "bench, 7, x, /de/x",
        "bench, 7, x, javascript:x",
        "bench, 7, x, http://x"
    })
    void refusesWhatBreaksARule(String type, String id, String title, String link) {
        var builder = SearchDocument.of(type, id, title).link(link);

        assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTooMuchOfAnythingAndCutsTheText() {
        var many = IntStream.range(0, 101).mapToObj(Integer::toString).toArray(String[]::new);

        assertThatThrownBy(SearchDocument.of("bench", "7", "x").keywords(many)::build)
                .hasMessageContaining("keywords");
        assertThatThrownBy(SearchDocument.of("bench", "7", "x").readers(many)::build)
                .hasMessageContaining("readers");
        assertThat(SearchDocument.of("bench", "7", "x")
                        .body("x".repeat(SearchDocument.MAX_BODY + 1))
                        .build()
                        .body())
                .hasSize(SearchDocument.MAX_BODY);
    }

    @Test
    void leavesBlankFacetsAndKeywordsOut() {
        var document = SearchDocument.of("bench", "7", "x")
                .facet("area", " ")
                .keywords("", "EDV")
                .build();

        assertThat(document.facets()).isEmpty();
        assertThat(document.keywords()).containsExactly("EDV");
    }
}
