package de.einsnull.search.core;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.search.api.Readers;
import de.einsnull.search.api.SearchDocument;
import de.einsnull.search.api.SearchHit;
import de.einsnull.search.api.SearchQuery;
import de.einsnull.search.api.SearchResult;
import de.einsnull.search.api.SearchResult.Count;
import de.einsnull.search.api.Suggestion;
import de.einsnull.security.api.Identity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand people with different roles ask for words of documents that are partly not for them. Nothing of a forbidden
 * document may show: not in hits, numbers, facets, suggestions, similar documents or proposed spellings.
 */
class PermissionTest {

    private static final int DOCUMENTS = 200;
    private static final int USERS = 1_000;
    private static final int TEAMS = 12;

    /** Words without relatives: no stemmer, compound or typo leads from one to another. */
    private static final List<String> WORDS = List.of(
            "Mumbofax",
            "Quillzerg",
            "Tradolink",
            "Vexpontum",
            "Byrglastik",
            "Juwelkonto",
            "Kaspromil",
            "Zwontelur",
            "Fidrapusk",
            "Norgelwitz");

    private final Random random = new Random(7);
    private final List<SearchDocument> documents = new ArrayList<>();

    @TempDir
    Path folder;

    private TestSearch search;

    @BeforeEach
    void fill() {
        for (int i = 0; i < DOCUMENTS; i++) {
            documents.add(document(i));
        }
        search = new TestSearch(folder);
        for (String type : List.of("a", "b")) {
            search.with(
                    type,
                    documents.stream().filter(one -> one.type().equals(type)).toArray(SearchDocument[]::new));
        }
    }

    @AfterEach
    void close() {
        search.close();
    }

    private SearchDocument document(int number) {
        var builder = SearchDocument.of(number % 3 == 0 ? "a" : "b", "d" + number, word() + " einzeln" + code(number));
        builder.body(word() + " " + word())
                .facet("team", "t" + random.nextInt(5))
                .link("x");
        if (random.nextInt(10) == 0) {
            builder.readers(Readers.PUBLIC);
        }
        int teams = random.nextInt(3);
        IntStream.range(0, teams).forEach(i -> builder.readers(Readers.role("team" + random.nextInt(TEAMS))));
        return builder.build();
    }

    private static String code(int number) {
        return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26) + "qx";
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private Identity user(int number) {
        var roles = new HashSet<String>();
        IntStream.range(0, random.nextInt(4)).forEach(i -> roles.add("team" + random.nextInt(TEAMS)));
        return number % 10 == 0 ? Identity.ANONYMOUS : new Identity("u" + number, "x", roles);
    }

    @Test
    void everybodySeesWhatBruteForceAllowsAndNothingElse() {
        for (int i = 0; i < USERS; i++) {
            var user = user(i);
            var allowed = documents.stream()
                    .filter(one -> one.readers().stream().anyMatch(Readers.of(user)::contains))
                    .toList();
            String word = word();
            equalsBruteForce(search.service.search(SearchQuery.of(word, user).page(0, 100)), having(allowed, word));
            onlyOf(allowed, user, word);
            nothingOfOneThatIsHidden(user, allowed);
        }
    }

    private static List<SearchDocument> having(List<SearchDocument> allowed, String word) {
        return allowed.stream()
                .filter(one -> (one.title() + " " + one.body()).contains(word))
                .toList();
    }

    private static void equalsBruteForce(SearchResult result, List<SearchDocument> expected) {
        assertThat(result.total()).isEqualTo(expected.size());
        assertThat(result.hits())
                .extracting(SearchHit::id)
                .isSubsetOf(expected.stream().map(SearchDocument::id).toList())
                .hasSize(Math.min(100, expected.size()));
        assertThat(counts(result.types()))
                .isEqualTo(
                        expected.stream().collect(Collectors.groupingBy(SearchDocument::type, Collectors.counting())));
        var teams = result.facets().stream()
                .filter(facet -> facet.name().equals("team"))
                .flatMap(facet -> facet.counts().stream())
                .toList();
        assertThat(counts(teams))
                .isEqualTo(expected.stream()
                        .collect(Collectors.groupingBy(
                                one -> one.facets().get("team").iterator().next(), Collectors.counting())));
    }

    private static Map<String, Long> counts(List<Count> counts) {
        return counts.stream().collect(Collectors.toMap(Count::value, Count::count));
    }

    private void onlyOf(List<SearchDocument> allowed, Identity user, String word) {
        var titles = allowed.stream().map(SearchDocument::title).collect(Collectors.toSet());
        var suggestions = search.service.suggest(
                SearchQuery.of(word.substring(0, 3), user).page(0, 50));
        assertThat(suggestions).extracting(Suggestion::title).allMatch(title -> titles.contains(title.text()));
        var ids = allowed.stream().map(SearchDocument::id).collect(Collectors.toSet());
        assertThat(search.service.similar(word + " " + word(), SearchQuery.of("", user)))
                .extracting(SearchHit::id)
                .isSubsetOf(ids);
    }

    /** Its one word is unknown, nearly typed or fully typed, and it has nothing similar. */
    private void nothingOfOneThatIsHidden(Identity user, List<SearchDocument> allowed) {
        var hidden = documents.get(random.nextInt(DOCUMENTS));
        if (allowed.contains(hidden)) {
            return;
        }
        String own = hidden.title().substring(hidden.title().indexOf(' ') + 1);
        for (String typed : Set.of(own, own.substring(0, own.length() - 1), "\"" + own + "\"", "title:" + own)) {
            var found = search.service.search(SearchQuery.of(typed, user).page(0, 100));
            assertThat(found.hits()).extracting(SearchHit::id).doesNotContain(hidden.id());
            assertThat(found.didYouMean().orElse("")).doesNotContain(own);
            var seen = new TreeSet<>(allowed.stream().map(SearchDocument::id).toList());
            assertThat(seen)
                    .containsAll(found.hits().stream().map(SearchHit::id).toList());
        }
        assertThat(search.service.suggest(SearchQuery.of(own, user))).isEmpty();
        assertThat(search.service.similar(hidden.type(), hidden.id(), SearchQuery.of("", user)))
                .isEmpty();
    }
}
