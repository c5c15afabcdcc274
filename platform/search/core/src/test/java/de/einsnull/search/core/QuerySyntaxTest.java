package de.einsnull.search.core;

import static de.einsnull.search.core.GermanTest.article;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.search.api.Readers;
import de.einsnull.search.api.SearchDocument;
import de.einsnull.search.api.SearchQuery;
import de.einsnull.security.api.Identity;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody types finds something or nothing; an error page would be our fault, not theirs. */
class QuerySyntaxTest {

    @TempDir
    Path folder;

    private TestSearch search;

    @BeforeEach
    void fill() {
        search = new TestSearch(folder);
        search.with(
                "article",
                article("1", "Rotes Haus", "ein kleines rotes Haus am Markt"),
                article("2", "Haus", "Das Haus ist rot."),
                SearchDocument.of("article", "3", "Garten")
                        .body("Rosen")
                        .facet("ort", "Am Markt")
                        .readers(Readers.PUBLIC)
                        .build());
    }

    @AfterEach
    void close() {
        search.close();
    }

    @Test
    void understandsPhrasesExclusionsAndFields() {
        assertThat(search.ids("\"rotes haus\"")).containsExactly("1");
        assertThat(search.ids("haus -klein")).containsExactly("2");
        assertThat(search.ids("title:rot")).containsExactly("1");
        assertThat(search.ids("ort:\"am markt\"")).containsExactly("3");
        assertThat(search.ids("typ:article -haus")).containsExactly("3");
        assertThat(search.ids("„rotes haus“")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "-",
                "--",
                "a:",
                ":b",
                "title:",
                "\"\"",
                "-\"\"",
                "* ? ~",
                "(a AND (b",
                "/.*/",
                "a*b?c~2^9",
                "[1 TO 2}",
                "\\",
                "\0",
                "https://example.org/?a=b:c",
                "10:30",
                "\uD83D",
                "🙂 🏳️‍🌈",
                "field:\"",
                "-a -b",
                "\u202E haus"
            })
    void nothingIsAnError(String typed) {
        assertThat(search.find(typed)).isNotNull();
        assertThat(search.service.suggest(SearchQuery.of(typed, Identity.ANONYMOUS)))
                .isNotNull();
        assertThat(search.service.similar(typed, SearchQuery.of("", Identity.ANONYMOUS)))
                .isNotNull();
    }

    /** Ten thousand terms, nested wildcards and random characters end soon, too. */
    @Test
    void bombsAreBounded() {
        assertThat(search.find("haus ".repeat(10_000)).total()).isEqualTo(2);
        assertThat(search.find("(".repeat(5_000) + "*".repeat(5_000))).isNotNull();
        assertThat(search.find("x".repeat(100_000)).total()).isZero();
        var random = new Random(1);
        for (int i = 0; i < 200; i++) {
            var text = new StringBuilder();
            random.ints(60, 0, 0x3000).forEach(text::appendCodePoint);
            assertThat(search.find(text.toString())).isNotNull();
        }
    }

    @Test
    void nothingTypedFindsAllTheNewestFirst() {
        assertThat(search.find("").total()).isEqualTo(3);
        assertThat(search.find("-garten").total()).isEqualTo(2);
    }
}
