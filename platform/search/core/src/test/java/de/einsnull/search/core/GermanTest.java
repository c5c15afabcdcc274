package de.einsnull.search.core;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.search.api.MarkedText.Piece;
import de.einsnull.search.api.Readers;
import de.einsnull.search.api.SearchDocument;
import de.einsnull.search.api.SearchHit;
import de.einsnull.search.api.SearchQuery;
import de.einsnull.security.api.Identity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People type one form of a word and mean all; who finds nothing believes there is nothing. */
class GermanTest {

    @TempDir
    Path folder;

    private TestSearch search;

    @BeforeEach
    void fill() {
        search = new TestSearch(folder);
        search.with(
                "article",
                article(
                        "dog",
                        "Hundesteuer",
                        "Wer einen Hund hält, meldet ihn an. Der Hundesteuerbescheid kommt per Post."),
                article(
                        "pass",
                        "Personalausweis beantragen",
                        "Bringen Sie ein Passfoto mit. Die Gebühren zahlen Sie vorher."),
                article("heat", "Wärmeplanung", "So heizt die Stadt in Zukunft, Straße für Straße."),
                article("waste", "Grünabfallsammlung", "Äste und Laub holt der Bauhof ab."));
    }

    @AfterEach
    void close() {
        search.close();
    }

    static SearchDocument article(String id, String title, String body) {
        return SearchDocument.of("article", id, title)
                .body(body)
                .link("a/" + id)
                .readers(Readers.PUBLIC)
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "Hundesteuer, dog",
        "hund, dog",
        "Steuern, dog",
        "Bescheide, dog",
        "hundesteuerbescheide, dog",
        "Ausweis, pass",
        "Gebühr, pass",
        "gebuehren, pass",
        "Beantragung Personalausweise, pass",
        "Wärme, heat",
        "waermeplanung, heat",
        "Planung, heat",
        "Strasse, heat",
        "STRAẞE, heat",
        "Grünabfall, waste",
        "Abfall, waste",
        "Sammlung, waste"
    })
    void findsWordsInAllFormsAndInsideCompounds(String typed, String id) {
        assertThat(search.ids(typed)).first().isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"Hundesteur, dog", "Personalauswies, pass", "Gebüren, pass", "Wermeplanung, heat"})
    void findsInSpiteOfATypo(String typed, String id) {
        assertThat(search.ids(typed)).first().isEqualTo(id);
    }

    @Test
    void asksWhetherAKnownWordWasMeant() {
        assertThat(search.find("Hundesteur anmelden").didYouMean()).hasValue("Hundesteuer anmelden");
        assertThat(search.find("Hundesteuer").didYouMean()).isEmpty();
    }

    @Test
    void showsThePartOfTheTextThatFits() {
        var hit = search.find("Bescheid").hits().get(0);

        assertThat(hit.snippet().pieces()).contains(new Piece("Hundesteuerbescheid", true));
        assertThat(search.find("hunde").hits().get(0).title().pieces()).containsExactly(new Piece("Hundesteuer", true));
    }

    @Test
    void suggestsByBeginningsInAnyOrder() {
        assertThat(titles("bean pers")).containsExactly("Personalausweis beantragen");
        assertThat(titles("ausw")).containsExactly("Personalausweis beantragen");
        assertThat(titles("waer")).containsExactly("Wärmeplanung");
        assertThat(titles("wär")).containsExactly("Wärmeplanung");
        assertThat(titles(" ")).isEmpty();
    }

    private List<String> titles(String typed) {
        return search.service.suggest(SearchQuery.of(typed, Identity.ANONYMOUS)).stream()
                .map(suggestion -> suggestion.title().text())
                .toList();
    }

    @Test
    void findsWhatIsSimilar() {
        var query = SearchQuery.of("", Identity.ANONYMOUS);

        assertThat(search.service.similar("Wie melde ich meinen Hund an? Hund halten, Hundesteuer zahlen", query))
                .first()
                .extracting(SearchHit::id)
                .isEqualTo("dog");
        assertThat(search.service.similar("article", "dog", query))
                .extracting(SearchHit::id)
                .doesNotContain("dog");
    }

    @Test
    void synonymsCountAtOnce() {
        assertThat(search.ids("Perso")).isEmpty();

        search.engine().setSynonyms(List.of("Perso => Personalausweis", "kaputte Zeile =>", "Müll, Abfall"));

        assertThat(search.ids("Perso")).containsExactly("pass");
        assertThat(search.ids("Müll")).containsExactly("waste");
    }
}
