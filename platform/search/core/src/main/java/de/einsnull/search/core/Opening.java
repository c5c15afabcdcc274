package de.einsnull.search.core;

import de.einsnull.bus.api.EventSubscriber;
import de.einsnull.search.api.SearchUnavailableException;
import de.einsnull.search.core.index.IndexFailedException;
import de.einsnull.search.core.source.Calls;
import de.einsnull.search.core.source.Sources;
import de.einsnull.search.core.source.Strike;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.lucene.store.FSDirectory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the index on a thread of its own, again and again until the disk allows it, and follows changes from then on. */
final class Opening implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final Duration PROGRESS_LIMIT = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final Engine.Outside outside;
    private final Optional<BundleContext> context;
    private final CompletableFuture<Engine> opened = new CompletableFuture<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var worker = new Thread(work, "search-open");
        worker.setDaemon(true);
        return worker;
    });
    private volatile List<String> synonyms = List.of();
    private volatile String problem = "";
    private ServiceRegistration<EventSubscriber> changes;

    Opening(Path folder, Sources sources, Consumer<Strike> guard, Clock clock, Optional<BundleContext> context) {
        this.outside = new Engine.Outside(folder, FSDirectory::open, sources, guard, clock);
        this.context = context;
        thread.execute(this::open);
    }

    private synchronized void open() {
        if (thread.isShutdown()) {
            return;
        }
        try {
            var engine = new Engine(outside, new Calls(ANSWER_LIMIT, PROGRESS_LIMIT));
            engine.setSynonyms(synonyms);
            String node = NodeName.in(outside.folder());
            changes = context.map(to -> Changes.register(to, engine, node)).orElse(null);
            problem = "";
            opened.complete(engine);
        } catch (IOException | IndexFailedException e) {
            problem = e.toString();
            LOG.error("The search index cannot be opened; tried again in {}", AGAIN, e);
            var ignored = thread.schedule(this::open, AGAIN.toSeconds(), TimeUnit.SECONDS);
            LOG.trace("Planned {}", ignored);
        } catch (RuntimeException e) {
            problem = e.toString();
            LOG.error("The search cannot start", e);
        }
    }

    /** Why the index is not open, empty if it is or is about to be. */
    String problem() {
        return problem;
    }

    boolean isOpen() {
        return opened.isDone();
    }

    void whenOpen(Consumer<Engine> work) {
        var ignored = opened.thenAccept(work);
        LOG.trace("Planned {}", ignored);
    }

    void setSynonyms(List<String> rules) {
        synonyms = List.copyOf(rules);
        thread.execute(() -> {
            if (opened.isDone()) {
                opened.join().setSynonyms(synonyms);
            }
        });
    }

    /**
     * The engine.
     *
     * @throws SearchUnavailableException if it is not there within a moment
     */
    Engine engine() {
        try {
            return opened.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SearchUnavailableException("The search index is being opened", Duration.ofSeconds(2), e);
        } catch (ExecutionException e) {
            throw new SearchUnavailableException("The search stops", Duration.ofSeconds(2), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailableException("Interrupted", Duration.ofSeconds(2), e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        synchronized (this) {
            if (changes != null) {
                changes.unregister();
            }
            whenOpen(Engine::close);
        }
    }
}
