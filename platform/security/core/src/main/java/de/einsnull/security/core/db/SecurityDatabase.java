package de.einsnull.security.core.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of this bundle for threads that serve requests: they wait two seconds at most, and not at all after
 * a failure until a probe in the background has reached the database again. So pages for everybody are served while it is
 * away.
 */
@Component(service = SecurityDatabase.class)
public final class SecurityDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityDatabase.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration PROBE_INTERVAL = Duration.ofSeconds(1);
    private static final int THREADS = 8;
    private static final int QUEUE = 256;
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;
    private final ScheduledExecutorService prober;
    private final AtomicBoolean resting = new AtomicBoolean();
    private volatile DataSource source;

    /** What to do within one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    @Activate
    public SecurityDatabase() {
        var queue = new LinkedBlockingQueue<Runnable>(QUEUE);
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, queue, named("einsnull-security-db"));
        threads.allowCoreThreadTimeOut(true);
        var drop = new ThreadPoolExecutor.DiscardPolicy();
        prober = new ScheduledThreadPoolExecutor(1, named("einsnull-security-db-probe"), drop);
    }

    private static ThreadFactory named(String name) {
        return task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Reference(
            target = "(einsnull.schema=security)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setSource(DataSource found) {
        source = found;
        resting.set(false);
    }

    void unsetSource(DataSource lost) {
        if (source == lost) {
            source = null;
        }
    }

    @Deactivate
    public void stop() {
        threads.shutdownNow();
        prober.shutdownNow();
    }

    /** Whether the last call reached the database. */
    public boolean available() {
        return source != null && !resting.get();
    }

    /**
     * Runs work in a transaction, with a short bounded wait.
     *
     * @throws Unavailable if the database is away, slow or failed
     */
    public <T> T call(Work<T> work) {
        if (!available()) {
            throw new Unavailable("The database is away", null);
        }
        try {
            var result = threads.submit(() -> transact(work));
            return await(result);
        } catch (RejectedExecutionException e) {
            throw new Unavailable("Too many requests wait for the database", e);
        }
    }

    private <T> T await(Future<T> result) {
        try {
            return result.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure && !(failure instanceof Unavailable)) {
                throw failure;
            }
            throw rest("The database failed", e.getCause());
        } catch (TimeoutException e) {
            result.cancel(true);
            throw rest("The database is slow", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while waiting for the database", e);
        }
    }

    /**
     * Runs work in a transaction on the calling thread, however long it takes.
     *
     * @throws Unavailable if the database is away or failed
     */
    public <T> T transact(Work<T> work) {
        var current = source;
        if (current == null) {
            throw new Unavailable("The database is not connected yet", null);
        }
        try (var connection = current.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new Unavailable(String.valueOf(e.getMessage()), e);
        }
    }

    private Unavailable rest(String message, Throwable cause) {
        if (resting.compareAndSet(false, true)) {
            probeLater();
        }
        return new Unavailable(message, cause);
    }

    private void probeLater() {
        var unused = prober.schedule(this::probe, PROBE_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void probe() {
        try {
            if (resting.get()) {
                transact(connection -> connection.isValid(1));
                resting.set(false);
            }
        } catch (Unavailable e) {
            LOG.debug("The database is still away", e);
            probeLater();
        }
    }
}
