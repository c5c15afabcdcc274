package de.einsnull.portal.map;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MapFeature;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks layers for their features. A layer that throws, hangs or answers nonsense costs the visitor that layer only: after
 * the time limit the page goes on without it.
 */
final class LayerReader implements AutoCloseable {

    /** Most features of a layer that are shown. */
    static final int MOST_FEATURES = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(LayerReader.class);
    private static final int MOST_THREADS = 16;

    private final Duration limit;
    private final Consumer<Harm> guard;
    private final ExecutorService threads;

    /** What a layer threw. */
    record Harm(ContributedLayer layer, Throwable thrown) {}

    LayerReader(Duration limit, Consumer<Harm> guard) {
        this.limit = limit;
        this.guard = guard;
        this.threads = new ThreadPoolExecutor(
                0, MOST_THREADS, 20, TimeUnit.SECONDS, new SynchronousQueue<>(), LayerReader::thread);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "map-layer");
        thread.setDaemon(true);
        return thread;
    }

    /** Asks layers at the same time; the answers come in the same order. */
    List<LayerContent> read(List<ContributedLayer> layers, Language language) {
        var asked = layers.stream().map(layer -> ask(layer, language)).toList();
        long until = System.nanoTime() + limit.toNanos();
        return asked.stream().map(answer -> await(answer, language, until)).toList();
    }

    /**
     * A layer that was asked.
     *
     * @param answer null if there was no thread to ask it
     */
    private record Asked(ContributedLayer layer, Future<List<MapFeature>> answer) {}

    private Asked ask(ContributedLayer layer, Language language) {
        if (!layer.enter()) {
            LOG.warn("Layer {} was not asked: it hangs", layer.layer().id());
            return new Asked(layer, null);
        }
        try {
            return new Asked(layer, threads.submit(() -> layer.features(language)));
        } catch (RejectedExecutionException e) {
            layer.places().release();
            LOG.warn(
                    "Layer {} was not asked: {} layers are hanging",
                    layer.layer().id(),
                    MOST_THREADS,
                    e);
            return new Asked(layer, null);
        }
    }

    private LayerContent await(Asked asked, Language language, long until) {
        var layer = asked.layer().layer();
        List<MapFeature> features = asked.answer() == null ? null : result(asked.layer(), asked.answer(), until);
        boolean failed = features == null;
        var shown = failed
                ? List.<MapFeature>of()
                : features.stream().limit(MOST_FEATURES).toList();
        return new LayerContent(layer.id(), asked.layer().title(language), layer.icon(), shown, failed);
    }

    private List<MapFeature> result(ContributedLayer contributed, Future<List<MapFeature>> answer, long until) {
        var layer = contributed.layer().id();
        try {
            return answer.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            LOG.warn("Layer {} failed; the map is shown without it", layer, e.getCause());
            guard.accept(new Harm(contributed, e.getCause()));
        } catch (TimeoutException e) {
            LOG.warn("Layer {} did not answer within {} ms; the map is shown without it", layer, limit.toMillis());
            answer.cancel(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
        }
        return null;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
