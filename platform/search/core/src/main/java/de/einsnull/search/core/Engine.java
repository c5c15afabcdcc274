package de.einsnull.search.core;

import de.einsnull.search.api.SearchChanged;
import de.einsnull.search.api.SearchQuery;
import de.einsnull.search.api.SearchUnavailableException;
import de.einsnull.search.core.index.IndexFailedException;
import de.einsnull.search.core.index.Shelf;
import de.einsnull.search.core.query.Asking;
import de.einsnull.search.core.query.Synonyms;
import de.einsnull.search.core.source.Calls;
import de.einsnull.search.core.source.Keeper;
import de.einsnull.search.core.source.Sources;
import de.einsnull.search.core.source.Strike;
import de.einsnull.search.core.text.Analysis;
import de.einsnull.search.core.text.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index of this node with all that belongs to it, from its opening to its end. Thread-safe. */
final class Engine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Clock clock;
    private final Reading reading;
    private final Sources sources;
    private final Shelf shelf;
    private final Calls calls;
    private final Keeper keeper;
    private volatile Synonyms synonyms = Synonyms.NONE;

    /** What an engine needs from outside. */
    record Outside(Path folder, Shelf.Opening opening, Sources sources, Consumer<Strike> guard, Clock clock) {}

    Engine(Outside outside, Calls calls) throws IOException {
        var analysis = new Analysis();
        this.clock = outside.clock();
        this.reading = new Reading(analysis);
        this.sources = outside.sources();
        this.shelf = new Shelf(outside.folder(), outside.opening(), analysis.byField());
        this.calls = calls;
        this.keeper = new Keeper(shelf, sources, calls, outside.guard());
    }

    Keeper keeper() {
        return keeper;
    }

    int size() {
        return shelf.answering().size();
    }

    boolean isRebuilding() {
        return shelf.isGrowing();
    }

    /** Takes other synonyms from now on. */
    void setSynonyms(List<String> rules) {
        synonyms = Synonyms.of(rules, reading);
    }

    /** What is asked. */
    @FunctionalInterface
    interface Question<T> {
        T put(Asking asking) throws IOException;
    }

    /** Asks the index as it is now. */
    <T> T ask(SearchQuery query, Question<T> question) {
        try {
            return shelf.answering()
                    .ask(searcher -> question.put(
                            new Asking(searcher, reading, synonyms, query, sources.types(), clock.instant())));
        } catch (IndexFailedException e) {
            throw new SearchUnavailableException(e.getMessage(), SOON, e);
        }
    }

    /** Follows a change. */
    void changed(SearchChanged change) {
        keeper.changed(change);
    }

    /** What is wrong with which type. */
    Map<String, String> problems() {
        return keeper.problems();
    }

    @Override
    public void close() {
        calls.close();
        keeper.close();
        try {
            shelf.close();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The search index was not closed well; it is looked through at the next start", e);
        }
    }
}
