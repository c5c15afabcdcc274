package de.einsnull.bus.artemis.link;

import de.einsnull.bus.api.BusException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to whichever broker is in use. A thread of its own connects, notices when the connection is lost, and
 * connects again, for ever. Everybody else waits here for a {@link Wire} and starts afresh when it breaks. Thread-safe.
 */
public final class BrokerLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerLink.class);
    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 5_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Task<Void> prepare;
    private final Thread keeper = new Thread(this::keep, "bus-link");

    private Endpoint endpoint;
    private Wire wire;
    private String problem = "the bus is starting";
    private boolean closed;

    /**
     * Starts the thread; it waits for {@link #use}.
     *
     * @param prepare done on each new connection before anybody else gets it
     */
    public BrokerLink(Task<Void> prepare) {
        this.prepare = prepare;
        keeper.setDaemon(true);
        keeper.start();
    }

    /**
     * Connects to another broker from now on.
     *
     * @param target the broker
     */
    public void use(Endpoint target) {
        change(() -> {
            endpoint = target;
            problem = "connecting to " + target.description();
        });
    }

    /**
     * Lets go of the broker.
     *
     * @param why what is going on, for the operator
     */
    public void release(String why) {
        change(() -> {
            endpoint = null;
            problem = why;
        });
    }

    private void change(Runnable change) {
        Wire old;
        lock.lock();
        try {
            change.run();
            old = wire;
            wire = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (old != null) {
            old.close();
        }
    }

    /** The connection, if there is one now. */
    public Optional<Wire> current() {
        lock.lock();
        try {
            return Optional.ofNullable(wire).filter(Wire::isUp);
        } finally {
            lock.unlock();
        }
    }

    /** Why there is no connection. */
    public String problem() {
        lock.lock();
        try {
            return problem;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a connection.
     *
     * @param longest how long at most
     * @throws BusException if there is none by then
     */
    public Wire await(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            var left = longest.toNanos();
            while (wire == null || !wire.isUp()) {
                if (left <= 0 || closed) {
                    throw new BusException("No connection to the broker: " + problem, null);
                }
                left = changed.awaitNanos(left);
            }
            return wire;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Does something in a session of its own, each step taking effect at once.
     *
     * @param task what to do
     * @throws BusException if the broker is not reachable or refuses
     */
    public <T> T call(Task<T> task) {
        return inSession(true, task);
    }

    /**
     * Does something in a transaction, which the task commits.
     *
     * @param task what to do
     * @throws BusException if the broker is not reachable or refuses
     */
    public <T> T transacted(Task<T> task) {
        return inSession(false, task);
    }

    private <T> T inSession(boolean auto, Task<T> task) {
        var now = current().orElseThrow(() -> new BusException("No connection to the broker: " + problem(), null));
        try (var session = now.session(auto)) {
            session.start();
            return task.run(session);
        } catch (ActiveMQException e) {
            throw new BusException("The broker refused: " + e.getMessage(), e);
        }
    }

    private void keep() {
        var pause = FIRST_PAUSE_MS;
        try {
            while (true) {
                var target = nextTarget();
                if (target == null) {
                    return;
                }
                if (connect(target)) {
                    pause = FIRST_PAUSE_MS;
                } else {
                    pause(pause);
                    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until there is something to connect to; null when closed. */
    private Endpoint nextTarget() throws InterruptedException {
        lock.lock();
        try {
            while (!closed && (endpoint == null || (wire != null && wire.isUp()))) {
                changed.await();
            }
            return closed ? null : endpoint;
        } finally {
            lock.unlock();
        }
    }

    private boolean connect(Endpoint target) {
        Wire fresh;
        try {
            fresh = Wire.connect(target, prepare, this::onLost);
        } catch (Exception e) {
            failed(target, e);
            return false;
        }
        var taken = false;
        lock.lock();
        try {
            if (!closed && endpoint == target) {
                wire = fresh;
                problem = "";
                taken = true;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
        if (taken) {
            LOG.info("Connected to {}", target.description());
        } else {
            fresh.close();
        }
        return taken;
    }

    private void failed(Endpoint target, Exception e) {
        lock.lock();
        try {
            if (endpoint == target) {
                var first = problem.isEmpty() || problem.startsWith("connecting");
                problem = target.description() + " is not reachable: " + e.getMessage();
                if (first) {
                    LOG.warn(
                            "Cannot connect to {} ({}); trying again until it works",
                            target.description(),
                            e.toString());
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void onLost(Wire lost) {
        lock.lock();
        try {
            if (wire == lost) {
                LOG.warn("Lost the connection to {}", endpoint.description());
                wire = null;
                problem = "the connection to " + endpoint.description() + " was lost";
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
        lost.close();
    }

    private void pause(long millis) throws InterruptedException {
        lock.lock();
        try {
            if (!closed && !changed.await(millis, TimeUnit.MILLISECONDS)) {
                LOG.debug("Paused {} ms before connecting again", millis);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        change(() -> {
            closed = true;
            endpoint = null;
            problem = "the bus is closed";
        });
    }

    /** Something to do with the broker. */
    @FunctionalInterface
    public interface Task<T> {
        /**
         * Does it.
         *
         * @param session a started session
         */
        T run(ClientSession session) throws ActiveMQException;
    }
}
