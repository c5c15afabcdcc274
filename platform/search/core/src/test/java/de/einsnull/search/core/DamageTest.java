package de.einsnull.search.core;

import static de.einsnull.search.core.GermanTest.article;
import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.search.api.SearchChanged;
import de.einsnull.search.api.SearchQuery;
import de.einsnull.search.core.index.IndexFailedException;
import de.einsnull.search.core.source.Calls;
import de.einsnull.search.core.source.Sources;
import de.einsnull.security.api.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fails costs no document and no restart by hand. */
class DamageTest {

    @TempDir
    Path folder;

    @Test
    void aDamagedIndexIsNoticedAndFilledAnew() throws IOException {
        var source = new MemorySource(article("1", "Haus", "am Markt"));
        try (var search = new TestSearch(folder)) {
            search.add("article", source, "1");
            search.awaitComplete();
        }
        damage();

        try (var search = new TestSearch(folder)) {
            search.add("article", source, "1");
            search.awaitComplete();

            assertThat(search.ids("haus")).containsExactly("1");
            assertThat(source.readings).hasValue(2);
        }
    }

    /** One flipped byte in each file, past its head. */
    private void damage() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("index-1"))) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(cfs|fdt|tim)"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
    }

    @Test
    void afterAFullDiskTheChangeComesAgainAndNothingIsLost() throws IOException {
        var full = new AtomicBoolean();
        var sources = new Sources(Comparator.comparing(Object::toString));
        var source = new MemorySource(article("1", "Haus", ""));
        sources.put("article", TestSearch.contributed("article", source, "1"));
        var outside = new Engine.Outside(
                folder,
                path -> new FullDisk(FSDirectory.open(path), full),
                sources,
                strike -> {},
                Clock.fixed(TestSearch.NOW, ZoneOffset.UTC));
        try (var engine = new Engine(outside, new Calls(Duration.ofSeconds(10), Duration.ofSeconds(10)))) {
            eventually("all is read", () -> engine.keeper().isComplete());
            source.put(article("1", "Hof", ""));
            full.set(true);
            var change = new SearchChanged("article", "1");

            assertThatThrownBy(() -> engine.changed(change))
                    .isInstanceOf(IndexFailedException.class)
                    .hasMessageContaining("No space left");
            assertThat(found(engine, "haus")).isEqualTo(1);

            full.set(false);
            engine.changed(change);
            assertThat(found(engine, "hof")).isEqualTo(1);
            assertThat(found(engine, "haus")).isZero();
        }
    }

    private static long found(Engine engine, String text) throws IOException {
        var query = SearchQuery.of(text, Identity.ANONYMOUS);
        return engine.ask(query, asking -> asking.search(true)).total();
    }

    private static final class FullDisk extends FilterDirectory {

        private final AtomicBoolean full;

        private FullDisk(Directory in, AtomicBoolean full) {
            super(in);
            this.full = full;
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            if (full.get()) {
                throw new IOException("No space left on device");
            }
            return super.createOutput(name, context);
        }
    }
}
