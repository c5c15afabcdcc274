package de.einsnull.bus.artemis;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.artemis.broker.DoorUsers;
import de.einsnull.bus.artemis.broker.EmbeddedBroker;
import de.einsnull.bus.artemis.link.BrokerLink;
import de.einsnull.bus.artemis.link.Endpoint;
import de.einsnull.bus.artemis.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the broker that the settings want running, on a thread of its own: reading a journal takes time, and nobody else
 * shall wait for it. Thread-safe.
 */
final class BrokerKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerKeeper.class);
    private static final Duration CONNECT = Duration.ofSeconds(30);
    private static final long RETRY_SECONDS = 10;
    private static final long CLOSE_SECONDS = 30;

    /** Brokers within a process are told apart by number; several exist for a moment when settings change. */
    private final AtomicInteger serverIds;

    private final BrokerLink link;
    private final DoorUsers users;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(BrokerKeeper::thread);

    private volatile Settings wanted;
    private volatile EmbeddedBroker broker;
    private volatile String problem = "";
    private volatile boolean starting = true;

    BrokerKeeper(BrokerLink link, DoorUsers users, AtomicInteger serverIds) {
        this.link = link;
        this.users = users;
        this.serverIds = serverIds;
    }

    /** Switches to other settings. Returns at once. */
    void apply(Settings settings) {
        wanted = settings;
        starting = settings.external().isEmpty();
        problem = "";
        thread.execute(() -> switchTo(settings));
    }

    /** Lets go of the broker because the settings are not usable. */
    void refuse(String why) {
        wanted = null;
        starting = false;
        thread.execute(() -> {
            stop("the settings of the bus are not usable");
            problem = why;
        });
    }

    private void switchTo(Settings settings) {
        if (!settings.equals(wanted)) {
            return;
        }
        stop("the broker starts");
        try {
            if (settings.external().isPresent()) {
                link.use(Endpoint.of(settings.external().get()));
            } else {
                startEmbedded(settings);
            }
            problem = "";
            starting = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            problem = "The embedded broker cannot start: " + e.getMessage();
            starting = false;
            LOG.error("The embedded broker cannot start, trying again in {} s", RETRY_SECONDS, e);
            stop(problem);
            var retry = thread.schedule(() -> switchTo(settings), RETRY_SECONDS, TimeUnit.SECONDS);
            LOG.trace("Retry {}", retry);
        }
    }

    private void startEmbedded(Settings settings) throws Exception {
        var start = System.nanoTime();
        var loader = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(BrokerKeeper.class.getClassLoader());
        try {
            broker = EmbeddedBroker.start(settings, users, serverIds);
        } finally {
            Thread.currentThread().setContextClassLoader(loader);
        }
        link.use(broker.endpoint());
        try {
            link.await(CONNECT);
        } catch (BusException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        broker.openDoors();
        LOG.info("The embedded broker is ready after {} ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    private void stop(String why) {
        link.release(why);
        var running = broker;
        broker = null;
        if (running != null) {
            running.close();
        }
    }

    /** The embedded broker, while one runs. */
    Optional<EmbeddedBroker> broker() {
        return Optional.ofNullable(broker);
    }

    /** The settings in use; empty when they are not usable. */
    Optional<Settings> settings() {
        return Optional.ofNullable(wanted);
    }

    /** Why there is no broker, or empty. */
    String problem() {
        return problem;
    }

    /** Whether the embedded broker is being started. */
    boolean isStarting() {
        return starting;
    }

    @Override
    public void close() {
        wanted = null;
        thread.execute(() -> stop("the bus is closed"));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The embedded broker did not stop within {} s", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "bus-broker");
        thread.setDaemon(true);
        return thread;
    }
}
