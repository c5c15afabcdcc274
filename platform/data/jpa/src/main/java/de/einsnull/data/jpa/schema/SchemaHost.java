package de.einsnull.data.jpa.schema;

import de.einsnull.data.api.Schemas;
import de.einsnull.data.jpa.database.Database;
import de.einsnull.data.jpa.database.Failures;
import de.einsnull.data.jpa.database.SchemaPool;
import de.einsnull.data.jpa.schema.SchemaStatus.Phase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schema of one bundle: waits for the database, migrates, offers the data source, and withdraws it. Services are
 * registered and unregistered without holding the lock, because consumers start and stop in the same thread.
 */
public final class SchemaHost {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaHost.class);
    private static final long LONGEST_WAIT_NANOS = Duration.ofSeconds(10).toNanos();

    private final String name;
    private final String owner;
    private final List<Script> scripts;
    private final BundleContext registrar;

    /** Counts withdrawals; a migration that began before one must not publish its result after it. */
    private int generation;

    private Phase phase;
    private String detail;
    private SchemaPool pool;
    private ServiceRegistration<DataSource> registration;

    /** Who is registering the data source at this moment, and with it starting its consumers. */
    private Thread publisher;

    SchemaHost(String name, String owner, List<Script> scripts, BundleContext registrar, Optional<String> objection) {
        this.name = name;
        this.owner = owner;
        this.scripts = scripts;
        this.registrar = registrar;
        this.phase = objection.isPresent() ? Phase.FAILED : Phase.WAITING;
        this.detail = objection.orElse("");
        objection.ifPresent(text -> LOG.error("Schema {} of {}: {}", name, owner, text));
    }

    public String name() {
        return name;
    }

    /** How it is now. */
    public synchronized SchemaStatus status() {
        return new SchemaStatus(name, owner, phase, detail);
    }

    /** The open pool, if there is one. */
    public synchronized Optional<SchemaPool> pool() {
        return Optional.ofNullable(pool);
    }

    /**
     * Starts the work if it waits.
     *
     * @return what to run on another thread, empty if there is nothing to do
     */
    public synchronized Optional<Runnable> begin(SchemaTarget target) {
        if (phase != Phase.WAITING) {
            return Optional.empty();
        }
        phase = Phase.MIGRATING;
        var mine = generation;
        return Optional.of(() -> bringUp(mine, target));
    }

    /**
     * Withdraws the data source and closes its connections; a later {@link #begin} starts anew. When this returns, nobody
     * can find the data source any more, unless a consumer of it calls this while it is being started with it.
     */
    public void takeDown() {
        ServiceRegistration<DataSource> withdrawn;
        SchemaPool closed;
        synchronized (this) {
            generation++;
            awaitPublisher();
            if (phase != Phase.FAILED || pool != null) {
                phase = Phase.WAITING;
            }
            withdrawn = registration;
            closed = pool;
            registration = null;
            pool = null;
        }
        if (withdrawn != null) {
            withdrawn.unregister();
        }
        if (closed != null) {
            closed.close();
        }
    }

    /** The publisher withdraws what it registers when it finds the generation changed. */
    private void awaitPublisher() {
        var end = System.nanoTime() + LONGEST_WAIT_NANOS;
        try {
            while (publisher != null && publisher != Thread.currentThread()) {
                var millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (millis <= 0) {
                    LOG.warn(
                            "A consumer of schema {} has been starting for long; its connections are closed now", name);
                    return;
                }
                wait(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Like {@link #takeDown}, and forgets a failure: another database may be in better shape. */
    public void reset() {
        takeDown();
        synchronized (this) {
            phase = Phase.WAITING;
            detail = "";
        }
    }

    private void bringUp(int mine, SchemaTarget target) {
        try {
            publish(mine, target, prepare(target));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(mine, true, "The platform is stopping");
        } catch (SQLException | RuntimeException e) {
            var passes = e instanceof SQLException || Failures.passes(e);
            failed(mine, passes, Failures.reason(e));
            if (passes) {
                LOG.warn("Schema {} of {} waits: {}", name, owner, Failures.reason(e));
            } else {
                LOG.error("Schema {} of {} stays down", name, owner, e);
            }
        }
    }

    private String prepare(SchemaTarget target) throws SQLException, InterruptedException {
        target.turn().acquire();
        try {
            var spelling = target.database().createSchema(name);
            var ran = Migrator.migrate(target.database(), spelling, scripts);
            LOG.info("Schema {} is up to date ({} new scripts)", name, ran);
            return spelling;
        } finally {
            target.turn().release();
        }
    }

    private void publish(int mine, SchemaTarget target, String spelling) {
        var opened = target.pool(spelling);
        if (!claim(mine, opened)) {
            opened.close();
            return;
        }
        try {
            var registered =
                    registrar.registerService(DataSource.class, opened.dataSource(), properties(target.database()));
            if (!keep(mine, registered)) {
                registered.unregister();
                opened.close();
            }
        } finally {
            published();
        }
    }

    private synchronized boolean claim(int mine, SchemaPool opened) {
        if (generation != mine) {
            return false;
        }
        publisher = Thread.currentThread();
        pool = opened;
        return true;
    }

    private synchronized boolean keep(int mine, ServiceRegistration<DataSource> registered) {
        if (generation != mine) {
            return false;
        }
        registration = registered;
        phase = Phase.READY;
        detail = "";
        return true;
    }

    private synchronized void published() {
        if (publisher == Thread.currentThread()) {
            publisher = null;
            notifyAll();
        }
    }

    private Hashtable<String, Object> properties(Database database) {
        var properties = new Hashtable<String, Object>();
        properties.put(Schemas.PROPERTY, name);
        properties.put(Schemas.DIALECT, database.dialect().label());
        properties.put("osgi.jndi.service.name", "einsnull/" + name);
        return properties;
    }

    private synchronized void failed(int mine, boolean passes, String reason) {
        if (generation == mine) {
            phase = passes ? Phase.WAITING : Phase.FAILED;
            detail = reason;
        }
    }
}
