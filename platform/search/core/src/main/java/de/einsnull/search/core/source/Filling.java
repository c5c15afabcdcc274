package de.einsnull.search.core.source;

import de.einsnull.search.api.SearchDocument;
import de.einsnull.search.core.index.Entries;
import de.einsnull.search.core.index.Fields;
import de.einsnull.search.core.index.IndexFailedException;
import de.einsnull.search.core.index.NodeIndex;
import de.einsnull.search.core.index.Shelf;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what sources give into the index: all of it when a source comes, one thing when it changed. Thread-safe. */
final class Filling {

    private static final Logger LOG = LoggerFactory.getLogger(Filling.class);
    private static final int LOCKS = 64;
    private static final long REFRESH_IN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Shelf shelf;
    private final Calls calls;
    private final Consumer<Strike> harm;
    private final Map<String, TypeState> states = new ConcurrentHashMap<>();
    private final Object[] locks = new Object[LOCKS];

    Filling(Shelf shelf, Calls calls, Consumer<Strike> harm) {
        this.shelf = shelf;
        this.calls = calls;
        this.harm = harm;
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    TypeState state(String type) {
        return states.computeIfAbsent(type, key -> new TypeState());
    }

    private Object lock(String key) {
        return locks[Math.floorMod(key.hashCode(), LOCKS)];
    }

    /** Whether the index has all of a source already, so that changes suffice. */
    boolean isUpToDate(Contributed source) {
        return !source.version().isEmpty()
                && shelf.filling()
                        .version(source.name())
                        .filter(source.stamp()::equals)
                        .isPresent();
    }

    /**
     * Reads all that a source has.
     *
     * @throws SourceFailedException if it could not give all; what it gave is there, what it had before, too
     */
    void all(Contributed source) throws SourceFailedException {
        var index = shelf.filling();
        var state = state(source.name());
        String reading = state.begin();
        var refreshed = new long[] {System.nanoTime()};
        try {
            calls.all(source, thing -> {
                put(index, state, thing, reading);
                if (System.nanoTime() - refreshed[0] > REFRESH_IN_NANOS) {
                    index.refresh();
                    refreshed[0] = System.nanoTime();
                }
            });
        } finally {
            index.refresh();
        }
        index.removeOthers(source.name(), reading);
        index.refresh();
        index.setVersion(source.name(), source.stamp());
        index.commit();
        state.succeeded();
        LOG.info("All of {} can be found", source.name());
    }

    private void put(NodeIndex index, TypeState state, List<SearchDocument> thing, String reading) {
        var first = thing.get(0);
        String key = Fields.key(first.type(), first.id());
        synchronized (lock(key)) {
            if (!state.hasChanged(first.id())) {
                index.put(key, Entries.of(thing, reading));
            }
        }
    }

    /**
     * Asks a source for one thing that changed. When it fails, all of it is to be read again.
     *
     * @throws SourceFailedException if it does not answer
     */
    void one(Contributed source, String id) throws SourceFailedException {
        String key = Fields.key(source.name(), id);
        synchronized (lock(key)) {
            var state = state(source.name());
            state.changed(id);
            var entries = Entries.of(calls.one(source, id), state.reading());
            shelf.following().forEach(index -> index.put(key, entries));
        }
        shelf.following().forEach(index -> {
            index.refresh();
            index.commit();
        });
    }

    /** The index no longer has all of a type: something changed while its source was not there or failed. */
    void forget(String type) {
        shelf.following().forEach(index -> {
            if (index.version(type).isPresent()) {
                index.setVersion(type, "");
                index.commit();
            }
        });
    }

    /** Tells the guard of a source that failed, and when to try again. */
    long failed(Contributed source, SourceFailedException failure) {
        LOG.warn("{}: it is asked again later", failure.getMessage(), failure);
        harm.accept(new Strike(source, failure.kind(), failure.getCause()));
        return state(source.name()).failed(failure.getMessage());
    }

    long failed(Contributed source, IndexFailedException failure) {
        LOG.error("{} cannot be read into the index; tried again later", source.name(), failure);
        return state(source.name()).failed(failure.getMessage());
    }
}
