package de.einsnull.bus.artemis.watch;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.BusGroups.Group;
import de.einsnull.bus.artemis.BusRuntime;
import de.einsnull.bus.artemis.settings.Settings.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the bus every few seconds, so that nobody who asks has to wait for a broker that hangs. */
public final class BusWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BusWatch.class);
    private static final long EVERY_MS = 3_000;
    private static final Duration STUCK = Duration.ofMinutes(2);

    private final BusRuntime runtime;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(BusWatch::thread);
    private volatile BusState last = BusState.STARTING;

    /**
     * Starts looking.
     *
     * @param runtime the bus
     * @param clock time
     */
    public BusWatch(BusRuntime runtime, Clock clock) {
        this.runtime = runtime;
        this.clock = clock;
        var task = thread.scheduleWithFixedDelay(this::look, 0, EVERY_MS, TimeUnit.MILLISECONDS);
        LOG.trace("Watching with {}", task);
    }

    /** What was seen last, with a connection that is there or lost now. */
    BusState state() {
        var up = runtime.link().current().isPresent();
        return up == last.connected() ? last : connection(last, up);
    }

    private BusState connection(BusState state, boolean up) {
        return new BusState(
                state.external(),
                up,
                up ? "" : runtime.problem(),
                runtime.isStarting(),
                state.groups(),
                state.deadLetters(),
                state.doors(),
                state.connections(),
                state.freeBytes(),
                state.minFreeBytes(),
                state.stuck());
    }

    private void look() {
        try {
            last = see();
        } catch (RuntimeException e) {
            LOG.warn("Cannot see how the bus is", e);
        }
    }

    private BusState see() {
        var up = runtime.link().current().isPresent();
        var storage = runtime.storage();
        return new BusState(
                runtime.isExternal(),
                up,
                up ? "" : runtime.problem(),
                runtime.isStarting(),
                up ? groups() : List.of(),
                up ? deadLetters() : -1,
                runtime.doors(),
                connections(),
                storage.map(BusWatch::free).orElse(-1L),
                storage.map(Storage::minFreeBytes).orElse(-1L),
                stuck());
    }

    private List<Group> groups() {
        try {
            return runtime.bus().list();
        } catch (BusException e) {
            LOG.debug("No groups", e);
            return List.of();
        }
    }

    private long deadLetters() {
        try {
            return runtime.deadLetters().count();
        } catch (BusException e) {
            LOG.debug("No dead letters", e);
            return -1;
        }
    }

    private Map<String, Integer> connections() {
        var connections = new HashMap<String, Integer>();
        runtime.broker().ifPresent(broker -> broker.doors()
                .forEach(state -> connections.put(
                        state.door().protocol().name().toLowerCase(Locale.ROOT), broker.connections(state.door()))));
        return connections;
    }

    private Map<String, Duration> stuck() {
        var stuck = new HashMap<String, Duration>();
        for (var subscription : runtime.bus().subscriptions()) {
            subscription
                    .busySince()
                    .map(since -> Duration.between(since, clock.instant()))
                    .filter(busy -> busy.compareTo(STUCK) > 0)
                    .ifPresent(busy -> stuck.put(subscription.spec().group(), busy));
        }
        return stuck;
    }

    private static long free(Storage storage) {
        try {
            return Files.exists(storage.directory())
                    ? Files.getFileStore(storage.directory()).getUsableSpace()
                    : -1;
        } catch (IOException e) {
            LOG.debug("Cannot see the free space", e);
            return -1;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "bus-watch");
        thread.setDaemon(true);
        return thread;
    }
}
