package de.einsnull.sensors.portal.layer;

import de.einsnull.sensors.api.ObservationListener;
import de.einsnull.web.api.LiveStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Tells open maps which layer changed, at most once in {@link #PAUSE} and layer however much arrives. */
@Component(service = ObservationListener.class)
public final class LivePings implements ObservationListener {

    /** Longest time from the first change to the ping that tells of it. */
    static final Duration PAUSE = Duration.ofMillis(400);

    private final LiveStream stream;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer;

    /**
     * Starts.
     *
     * @param stream takes the pings
     */
    @Activate
    public LivePings(@Reference LiveStream stream) {
        this.stream = stream;
        this.timer = Executors.newSingleThreadScheduledExecutor(LivePings::thread);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "sensor-map-pings");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void observed(List<Change> changes) {
        changes.stream()
                .map(change -> LayerSpec.of(change.kind()).id())
                .distinct()
                .filter(waiting::add)
                .forEach(this::schedule);
    }

    private void schedule(String layer) {
        ScheduledFuture<?> unused = timer.schedule(() -> ping(layer), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ping(String layer) {
        waiting.remove(layer);
        stream.publish("map/" + layer, "{\"layer\":\"" + layer + "\"}");
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }
}
