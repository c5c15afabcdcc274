package de.einsnull.security.core.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The database of this bundle for threads that serve requests: they wait two seconds at most, and not at all for some
 * seconds after a failure. So pages for everybody are served while the database is away.
 */
@Component(service = SecurityDatabase.class)
public final class SecurityDatabase {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration REST = Duration.ofSeconds(3);
    private static final int THREADS = 8;
    private static final int QUEUE = 256;
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;
    private volatile DataSource source;
    private volatile long restUntil = System.nanoTime();

    /** What to do within one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    @Activate
    public SecurityDatabase() {
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(QUEUE), task -> {
                    var thread = new Thread(task, "einsnull-security-db");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    @Reference(
            target = "(einsnull.schema=security)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setSource(DataSource found) {
        source = found;
        restUntil = System.nanoTime();
    }

    void unsetSource(DataSource lost) {
        if (source == lost) {
            source = null;
        }
    }

    @Deactivate
    public void stop() {
        threads.shutdownNow();
    }

    /** Whether the last call reached the database. */
    public boolean available() {
        return source != null && System.nanoTime() - restUntil >= 0;
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

    private <T> T await(java.util.concurrent.Future<T> result) {
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
        restUntil = System.nanoTime() + REST.toNanos();
        return new Unavailable(message, cause);
    }
}
