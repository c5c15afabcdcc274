package de.einsnull.search.core.source;

import de.einsnull.search.api.SearchChanged;
import de.einsnull.search.core.index.IndexFailedException;
import de.einsnull.search.core.index.Shelf;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index in step with the sources: reads those that come, those that failed and, for a new index, all. Each type
 * is read by one thread at once, some types side by side.
 */
public final class Keeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final int THREADS = 2;

    /** A source that changes several times within a moment, as when modules start, is read once. */
    private static final long GATHER_IN_MS = 200;

    private final Shelf shelf;
    private final Sources sources;
    private final Filling filling;
    private final Map<String, Boolean> waiting = new ConcurrentHashMap<>();
    private final Set<String> coming = ConcurrentHashMap.newKeySet();
    private final Set<String> reading = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS, work -> {
        var thread = new Thread(work, "search-fill");
        thread.setDaemon(true);
        return thread;
    });

    /** Starts to read the sources that are there. */
    public Keeper(Shelf shelf, Sources sources, Calls calls, Consumer<Strike> harm) {
        this.shelf = shelf;
        this.sources = sources;
        this.filling = new Filling(shelf, calls, harm);
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        sources.counting().forEach(this::came);
        if (sources.counting().isEmpty()) {
            exchange();
        }
    }

    /** A source has come or has a new version. */
    public void came(Contributed source) {
        if (coming.add(source.name())) {
            later(
                    () -> {
                        coming.remove(source.name());
                        read(source.name());
                    },
                    GATHER_IN_MS);
        }
    }

    /** A source has gone: another of its type may take its place. */
    public void went(Contributed source) {
        sources.of(source.name()).ifPresent(this::came);
        later(this::exchange, GATHER_IN_MS);
    }

    private void schedule(String type, long pauseInSeconds) {
        if (waiting.putIfAbsent(type, true) == null) {
            later(() -> read(type), TimeUnit.SECONDS.toMillis(pauseInSeconds));
        }
    }

    private void later(Runnable work, long pauseInMs) {
        try {
            var ignored = threads.schedule(work, pauseInMs, TimeUnit.MILLISECONDS);
            LOG.trace("Planned {}", ignored);
        } catch (RejectedExecutionException e) {
            LOG.debug("The search stops", e);
        }
    }

    private void read(String type) {
        waiting.remove(type);
        if (!reading.add(type)) {
            schedule(type, 1);
            return;
        }
        try {
            sources.of(type).filter(source -> !filling.isUpToDate(source)).ifPresent(this::readAll);
        } finally {
            reading.remove(type);
        }
        exchange();
    }

    private void readAll(Contributed source) {
        try {
            filling.all(source);
        } catch (SourceFailedException e) {
            if (sources.counts(source) && !threads.isShutdown()) {
                schedule(source.name(), filling.failed(source, e));
            }
        } catch (IndexFailedException e) {
            schedule(source.name(), filling.failed(source, e));
        } catch (RuntimeException e) {
            if (!threads.isShutdown()) {
                LOG.error("{} could not be read", source.name(), e);
                schedule(source.name(), filling.state(source.name()).failed(e.toString()));
            }
        }
    }

    /** Lets a new index answer when it has all that is there. */
    private void exchange() {
        if (!shelf.isGrowing() || !isComplete()) {
            return;
        }
        try {
            shelf.exchange();
            LOG.info("The new search index answers");
        } catch (IOException | IndexFailedException e) {
            LOG.error("The new search index cannot take the place of the old one; tried again later", e);
            later(this::exchange, 30_000);
        }
    }

    /** Whether all that is there was read once into the index that is being filled. */
    public boolean isComplete() {
        var index = shelf.filling();
        return sources.counting().stream()
                .allMatch(source -> index.version(source.name()).isPresent());
    }

    /**
     * A thing changed. A source that is away or fails is read again as a whole later.
     *
     * @throws IndexFailedException if the index cannot be written
     */
    public void changed(SearchChanged change) {
        var source = sources.of(change.type());
        if (source.isEmpty()) {
            filling.forget(change.type());
            return;
        }
        try {
            filling.one(source.get(), change.id());
        } catch (SourceFailedException e) {
            filling.forget(change.type());
            schedule(change.type(), filling.failed(source.get(), e));
        }
    }

    /** Reads everything into a new index, which answers when it is complete. */
    public void rebuild() throws IOException {
        shelf.grow();
        sources.counting().forEach(this::came);
    }

    /** What is wrong with which type, empty if nothing is. */
    public Map<String, String> problems() {
        var problems = new TreeMap<String, String>();
        for (String type : List.copyOf(sources.types())) {
            String problem = filling.state(type).problem();
            if (!problem.isEmpty()) {
                problems.put(type, problem);
            }
        }
        return problems;
    }

    /** Ends without an interrupt, which would close the index; close the calls to the sources first. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("A source is still being read");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
