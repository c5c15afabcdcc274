package de.einsnull.search.core;

import static de.einsnull.testkit.Eventually.eventually;

import de.einsnull.search.api.SearchDocument;
import de.einsnull.search.api.SearchHit;
import de.einsnull.search.api.SearchQuery;
import de.einsnull.search.api.SearchResult;
import de.einsnull.search.api.SearchSource;
import de.einsnull.search.api.SearchType;
import de.einsnull.search.core.source.Contributed;
import de.einsnull.security.api.Identity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The search of a node without a framework: an index on disk, and sources that are lists. */
final class TestSearch implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    final SearchService service;

    TestSearch(Path folder) {
        service = new SearchService(folder, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Adds a source and waits until all of it can be found. */
    MemorySource with(String type, SearchDocument... documents) {
        var source = new MemorySource(documents);
        add(type, source, "");
        awaitComplete();
        return source;
    }

    void add(String type, SearchSource source, String version) {
        service.put(type, contributed(type, source, version));
    }

    static Contributed contributed(String type, SearchSource source, String version) {
        return new Contributed(source, new SearchType(type, "document", Map.of("de", type)), version, 7);
    }

    void remove(String type) {
        service.remove(type);
    }

    void awaitComplete() {
        eventually("all is read", () -> service.opening().engine().keeper().isComplete());
    }

    Engine engine() {
        return service.opening().engine();
    }

    SearchResult find(String text) {
        return service.search(SearchQuery.of(text, Identity.ANONYMOUS));
    }

    List<String> ids(String text) {
        return ids(find(text));
    }

    static List<String> ids(SearchResult result) {
        return result.hits().stream().map(SearchHit::id).toList();
    }

    @Override
    public void close() {
        service.close();
    }
}
