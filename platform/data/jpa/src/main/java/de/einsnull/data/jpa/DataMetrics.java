package de.einsnull.data.jpa;

import de.einsnull.data.jpa.database.SchemaPool;
import de.einsnull.data.jpa.outbox.OutboxService;
import de.einsnull.health.api.Metrics;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Publishes what the connection pools do, one series for each schema, and how many events wait. */
@Component(
        service = {},
        immediate = true)
public final class DataMetrics {

    private static final Duration LOOK_FOR_NEW = Duration.ofSeconds(5);

    private final DataPlatform platform;
    private final Metrics metrics;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService scheduler = Threads.scheduler("einsnull-data-metrics");

    /** Comes and goes with the database and the bus; the gauge stays. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile OutboxService relay;

    @Activate
    public DataMetrics(@Reference DataPlatform platform, @Reference Metrics metrics) {
        this.platform = platform;
        this.metrics = metrics;
        metrics.gauge("data.outbox.pending", "Events in the outbox that wait to be published.", this::pending);
        var period = LOOK_FOR_NEW.toMillis();
        var unused = scheduler.scheduleWithFixedDelay(this::addNew, 0, period, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void stop() {
        scheduler.shutdownNow();
    }

    private double pending() {
        var current = relay;
        return current == null ? Double.NaN : current.pending();
    }

    private void addNew() {
        platform.pools().keySet().stream().filter(known::add).forEach(this::add);
    }

    private void add(String schema) {
        gauge(schema, "active", "Connections in use.", SchemaPool::active);
        gauge(schema, "idle", "Open connections that nobody uses.", SchemaPool::idle);
        gauge(schema, "waiting", "Threads that wait for a connection.", SchemaPool::waiting);
    }

    private void gauge(String schema, String name, String help, ToIntFunction<SchemaPool> value) {
        metrics.gauge("data.pool." + name, help, () -> read(schema, value), "schema", schema);
    }

    private double read(String schema, ToIntFunction<SchemaPool> value) {
        var pool = platform.pools().get(schema);
        return pool == null ? 0 : value.applyAsInt(pool);
    }
}
