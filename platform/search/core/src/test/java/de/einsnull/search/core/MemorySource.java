package de.einsnull.search.core;

import de.einsnull.search.api.SearchDocument;
import de.einsnull.search.api.SearchSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Documents in memory. */
final class MemorySource implements SearchSource {

    final AtomicInteger readings = new AtomicInteger();
    private final List<SearchDocument> documents = new ArrayList<>();

    MemorySource(SearchDocument... documents) {
        this.documents.addAll(List.of(documents));
    }

    synchronized void put(SearchDocument document) {
        remove(document.id());
        documents.add(document);
    }

    synchronized void remove(String id) {
        documents.removeIf(document -> document.id().equals(id));
    }

    @Override
    public void documents(Consumer<SearchDocument> into) {
        readings.incrementAndGet();
        List<SearchDocument> now;
        synchronized (this) {
            now = List.copyOf(documents);
        }
        now.forEach(into);
    }

    @Override
    public synchronized List<SearchDocument> document(String id) {
        return documents.stream().filter(document -> document.id().equals(id)).toList();
    }
}
