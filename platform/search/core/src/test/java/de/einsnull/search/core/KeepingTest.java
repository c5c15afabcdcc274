package de.einsnull.search.core;

import static de.einsnull.search.core.GermanTest.article;
import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.search.api.Readers;
import de.einsnull.search.api.SearchChanged;
import de.einsnull.search.api.SearchDocument;
import de.einsnull.search.api.SearchQuery;
import de.einsnull.search.api.SearchSource;
import de.einsnull.security.api.Identity;
import de.einsnull.testkit.RecordedStrikes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What modules have and what is found are the same, whatever happens; what is not, misleads people. */
class KeepingTest {

    @TempDir
    Path folder;

    private TestSearch search;

    @BeforeEach
    void start() {
        search = new TestSearch(folder);
    }

    @AfterEach
    void close() {
        search.close();
    }

    private void restart() {
        search.close();
        search = new TestSearch(folder);
    }

    private void changed(String id) {
        search.engine().changed(new SearchChanged("article", id));
    }

    @Test
    void aChangeIsFoundWhenItIsAcknowledged() {
        var source = search.with("article", article("1", "Alt", ""));

        source.put(article("1", "Neu", ""));
        source.put(article("2", "Zweites", ""));
        changed("1");
        changed("2");

        assertThat(search.ids("alt")).isEmpty();
        assertThat(search.ids("neu")).containsExactly("1");
        assertThat(search.ids("zweites")).containsExactly("2");

        source.remove("1");
        changed("1");
        assertThat(search.ids("neu")).isEmpty();
    }

    /** As after kill -9: nothing is closed, and the index is opened by somebody else. */
    @Test
    void anAcknowledgedChangeSurvivesACrash() throws Exception {
        var source = new MemorySource(article("1", "Alt", ""));
        search.add("article", source, "1");
        search.awaitComplete();
        source.put(article("1", "Neu", ""));
        changed("1");

        try (var copy = new TestSearch(Copies.of(folder))) {
            copy.add("article", new MemorySource(), "1");

            assertThat(copy.ids("neu")).containsExactly("1");
        }
    }

    @Test
    void aSourceThatGoesTakesItsDocumentsOutOfEverything() {
        search.with("article", article("1", "Haus", ""));
        search.remove("article");

        assertThat(search.find("haus").total()).isZero();
        assertThat(search.find("").types()).isEmpty();
        assertThat(search.service.suggest(SearchQuery.of("ha", Identity.ANONYMOUS)))
                .isEmpty();
        assertThat(search.service.types()).isEmpty();
    }

    @Test
    void aVersionThatWasReadIsNotReadAgain() {
        search.add("article", new MemorySource(article("1", "Haus", "")), "1");
        search.awaitComplete();
        restart();
        var same = new MemorySource(article("2", "Hof", ""));
        search.add("article", same, "1");
        assertThat(search.ids("haus")).containsExactly("1");

        search.add("article", same, "2");

        eventually("the new version is read", () -> search.ids("hof").equals(List.of("2")));
        assertThat(search.ids("haus")).isEmpty();
        assertThat(same.readings).hasValue(1);
    }

    /** Changes that nobody could answer for must not be lost: all is read when the source is back. */
    @Test
    void whatChangedWhileTheSourceWasAwayIsReadWhenItIsBack() {
        var source = new MemorySource(article("1", "Haus", ""));
        search.add("article", source, "1");
        search.awaitComplete();
        search.remove("article");
        source.put(article("1", "Hof", ""));
        changed("1");

        search.add("article", source, "1");

        eventually("it is read again", () -> search.ids("hof").equals(List.of("1")));
    }

    @Test
    void aSourceThatThrowsKeepsOnlyItsOwnTypeBackAndIsReported() {
        var strikes = new RecordedStrikes();
        search.service.setGuard(strikes);
        search.with(
                "page",
                SearchDocument.of("page", "p", "Haus").readers(Readers.PUBLIC).build());
        search.add("article", new Broken(article("1", "Haus", "")), "");

        eventually("the failure is known", () -> search.engine().problems().containsKey("article"));

        assertThat(search.ids("haus")).contains("p", "1");
        assertThat(search.find("haus").complete()).isFalse();
        assertThat(strikes.strikes()).containsExactly("THREW search documents article");
        var health = new SearchHealth(search.service).execute();
        assertThat(health.getStatus()).isEqualTo(org.apache.felix.hc.api.Result.Status.WARN);
        assertThat(health.toString()).contains("article is not up to date");
    }

    /** Gives one document and fails, as often as it is asked. */
    private record Broken(SearchDocument first) implements SearchSource {

        @Override
        public void documents(Consumer<SearchDocument> documents) {
            documents.accept(first);
            throw new IllegalStateException("broken");
        }

        @Override
        public List<SearchDocument> document(String id) {
            throw new IllegalStateException("broken");
        }
    }

    /** While one hangs the others are read. */
    @Test
    void aSourceThatHangsHoldsNobodyUp() {
        var hanging = new CountDownLatch(1);
        search.add("hanging", new Hanging(hanging), "");

        search.add("article", new MemorySource(article("1", "Haus", "")), "");

        eventually("the other is read", () -> search.ids("haus").equals(List.of("1")));
        hanging.countDown();
    }

    private record Hanging(CountDownLatch end) implements SearchSource {

        @Override
        public void documents(Consumer<SearchDocument> documents) throws InterruptedException {
            end.await();
        }

        @Override
        public List<SearchDocument> document(String id) {
            return List.of();
        }
    }

    /** What changes while all is read is newer than what is read. */
    @Test
    void aChangeDuringAReadingIsNotOverwritten() throws Exception {
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        search.add("article", new Slow(reading, goOn), "");
        reading.await();
        changed("1");
        goOn.countDown();
        search.awaitComplete();

        assertThat(search.ids("neu")).containsExactly("1");
        assertThat(search.ids("alt")).isEmpty();
    }

    private record Slow(CountDownLatch reading, CountDownLatch goOn) implements SearchSource {

        @Override
        public void documents(Consumer<SearchDocument> documents) throws InterruptedException {
            reading.countDown();
            goOn.await();
            documents.accept(article("1", "Alt", ""));
        }

        @Override
        public List<SearchDocument> document(String id) {
            return List.of(article("1", "Neu", ""));
        }
    }

    @Test
    void ofAThingInSeveralLanguagesTheBestIsFoundOnce() {
        search.with(
                "article",
                inLanguage("de", "Hundesteuer"),
                inLanguage("en", "Dog tax"),
                inLanguage("tr", "Köpek vergisi"));

        assertThat(titles("en", "de", "dog taxes")).containsExactly("Dog tax");
        assertThat(titles("uk", "de", "Hundesteuer")).containsExactly("Hundesteuer");
        assertThat(titles("tr", "de", "köpek")).containsExactly("Köpek vergisi");
        assertThat(titles("en", "de", "Hundesteuer")).isEmpty();
    }

    private static SearchDocument inLanguage(String language, String title) {
        return SearchDocument.of("article", "1", title)
                .language(language)
                .readers(Readers.PUBLIC)
                .build();
    }

    private List<String> titles(String best, String other, String text) {
        return search.service.search(SearchQuery.of(text, Identity.ANONYMOUS).in(best, other)).hits().stream()
                .map(hit -> hit.title().text())
                .toList();
    }

    @Test
    void whatIsNotValidIsNotFound() {
        var now = TestSearch.NOW;
        search.with(
                "article",
                valid("past", Optional.empty(), Optional.of(now)),
                valid("now", Optional.of(now), Optional.of(now.plusSeconds(1))),
                valid("future", Optional.of(now.plusSeconds(1)), Optional.empty()));

        assertThat(search.ids("haus")).containsExactly("now");
    }

    private static SearchDocument valid(
            String id, Optional<java.time.Instant> from, Optional<java.time.Instant> until) {
        return SearchDocument.of("article", id, "Haus")
                .valid(from, until)
                .readers(Readers.PUBLIC)
                .build();
    }

    @Test
    void aNewIndexTakesThePlaceOfTheOldOneWhileThatAnswers() throws Exception {
        var source = search.with("article", article("1", "Haus", ""));
        source.put(article("2", "Hof", ""));

        search.engine().keeper().rebuild();

        assertThat(search.ids("haus")).containsExactly("1");
        eventually("the new index answers", () -> !search.engine().isRebuilding());
        assertThat(search.ids("hof")).containsExactly("2");
        assertThat(folder.resolve("index-1")).doesNotExist();
    }
}
