package de.einsnull.search.core;

import de.einsnull.search.api.Readers;
import de.einsnull.search.api.SearchDocument;
import de.einsnull.search.api.SearchHit;
import de.einsnull.search.api.SearchQuery;
import de.einsnull.security.api.Identity;
import java.nio.file.Path;
import java.util.List;

/** The search as modules and people use it, for measurements. */
public final class OwnAnswers implements AutoCloseable {

    private final TestSearch search;
    private final MemorySource source = new MemorySource();

    /** Starts with an empty index. */
    public OwnAnswers(Path folder) {
        search = new TestSearch(folder);
        search.engine().setSynonyms(OwnSynonyms.own());
    }

    /** Adds a document for everybody. */
    public void add(String id, String title, String body) {
        source.put(SearchDocument.of("article", id, title.isBlank() ? "-" : title)
                .body(body)
                .readers(Readers.PUBLIC)
                .build());
    }

    /** Returns when all can be found. */
    public void read() {
        search.add("article", source, "");
        search.awaitComplete();
    }

    /** The first ten. */
    public List<String> ask(String text) {
        return search.service.search(SearchQuery.of(text, Identity.ANONYMOUS).in("de")).hits().stream()
                .map(SearchHit::id)
                .toList();
    }

    @Override
    public void close() {
        search.close();
    }
}
