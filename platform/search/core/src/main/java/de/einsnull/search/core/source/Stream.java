package de.einsnull.search.core.source;

import de.einsnull.search.api.SearchDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Takes documents from the thread of a source to the thread of the index, and puts those of one thing together. */
final class Stream {

    private static final int UNDER_WAY = 64;
    private static final int LOOK_IN_MS = 100;
    private static final int MOST_LANGUAGES = 50;

    private final String type;
    private final BooleanSupplier closed;
    private final BlockingQueue<Optional<SearchDocument>> queue = new ArrayBlockingQueue<>(UNDER_WAY);
    private SearchDocument ahead;
    private boolean ended;
    private volatile boolean stopped;

    Stream(String type, BooleanSupplier closed) {
        this.type = type;
        this.closed = closed;
    }

    /** Gives a document, on the thread of the source. */
    void give(SearchDocument document) {
        if (!document.type().equals(type)) {
            throw new IllegalArgumentException("Wanted are documents of " + type + ", not of " + document.type());
        }
        put(Optional.of(document));
    }

    /** Says that there are no more, on the thread of the source. */
    void end() {
        if (!stopped) {
            put(Optional.empty());
        }
    }

    private void put(Optional<SearchDocument> item) {
        try {
            while (!queue.offer(item, 1, TimeUnit.SECONDS)) {
                if (stopped) {
                    throw new IllegalStateException("No more documents are wanted");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("No more documents are wanted", e);
        }
        if (stopped) {
            throw new IllegalStateException("No more documents are wanted");
        }
    }

    /** Wants no more, on the thread of the index. */
    void stop() {
        stopped = true;
        queue.clear();
    }

    /** All documents of the next thing, on the thread of the index; empty at the end. */
    List<SearchDocument> next(Duration limit) throws TimeoutException {
        var thing = new ArrayList<SearchDocument>();
        if (ahead == null && !ended) {
            advance(limit);
        }
        while (ahead != null
                && (thing.isEmpty() || ahead.id().equals(thing.get(0).id()))) {
            if (thing.size() < MOST_LANGUAGES) {
                thing.add(ahead);
            }
            advance(limit);
        }
        return thing;
    }

    private void advance(Duration limit) throws TimeoutException {
        try {
            long until = System.nanoTime() + limit.toNanos();
            Optional<SearchDocument> item = null;
            while (item == null) {
                item = queue.poll(LOOK_IN_MS, TimeUnit.MILLISECONDS);
                if (item == null && (closed.getAsBoolean() || System.nanoTime() > until)) {
                    throw new TimeoutException();
                }
            }
            ahead = item.orElse(null);
            ended = item.isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The search stops", e);
        }
    }
}
