package de.einsnull.sensors.core.ingest;

import de.einsnull.bus.api.MessageBus;
import de.einsnull.bus.api.Outlet;
import de.einsnull.bus.api.Subscription;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.bus.api.TryLaterException;
import de.einsnull.health.api.Metrics;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.core.registry.Registry;
import de.einsnull.sensors.core.store.Ledger;
import de.einsnull.sensors.core.store.ObservationStore;
import de.einsnull.sensors.core.store.Row;
import de.einsnull.sensors.core.store.SensorDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes reports from the durable queue into the database: a batch is one transaction there, and is acknowledged after its
 * commit. A crash in between brings the batch again, and the keys of the observations make that harmless.
 */
@Component(service = Ingest.class, immediate = true)
public final class Ingest {

    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
    private static final SubscriptionSpec SPEC =
            new SubscriptionSpec("sensors.store", List.of(Wire.TOPIC + "+"), true, 1, 1_000, 5, Duration.ofSeconds(2));
    private static final String DATA_EXCEPTION = "22";
    private static final String CONSTRAINT_VIOLATION = "23";

    private final Registry registry;
    private final SensorDatabase database;
    private final ObservationStore store;
    private final Resolver resolver;
    private final Tally tally;
    private final Live live;
    private final Clock clock;
    private final Metrics.Timer timer;
    private final Subscription subscription;
    private volatile String trouble = "";

    @Activate
    public Ingest(
            @Reference MessageBus bus,
            @Reference Registry registry,
            @Reference SensorDatabase database,
            @Reference Tally tally,
            @Reference Live live,
            @Reference Metrics metrics) {
        this.registry = registry;
        this.database = database;
        this.store = database.observations();
        this.clock = Clock.systemUTC();
        this.resolver = new Resolver(registry, new Acceptance(clock));
        this.tally = tally;
        this.live = live;
        this.timer = metrics.timer("sensors.store", "Storing one batch of observations.");
        this.subscription = bus.subscribe(SPEC, this::receive);
    }

    @Deactivate
    void stop() {
        subscription.close();
    }

    /** What keeps observations from being stored at the moment, empty if nothing does. */
    public String trouble() {
        return trouble;
    }

    /** Reports that wait to be stored, -1 while the broker is away. */
    public long backlog() {
        return subscription.backlog();
    }

    private void receive(List<TopicMessage> batch, Outlet outlet) throws TryLaterException, SQLException {
        long begin = System.nanoTime();
        try {
            registry.ensureLoaded();
            store(resolve(batch, outlet));
            trouble = "";
        } catch (SensorDataException e) {
            throw later(e);
        } catch (SQLException e) {
            if (isAboutTheData(e)) {
                throw e;
            }
            throw later(e);
        }
        timer.record(Duration.ofNanos(System.nanoTime() - begin));
    }

    private Map<String, List<Observation>> resolve(List<TopicMessage> batch, Outlet outlet) {
        var byInstance = new TreeMap<String, List<Observation>>();
        for (TopicMessage message : batch) {
            var instance = message.topic().substring(Wire.TOPIC.length());
            var resolved = resolver.resolve(instance, message.payload(), message.receivedAt());
            byInstance.computeIfAbsent(instance, i -> new ArrayList<>()).addAll(resolved.observations());
            resolved.refused().forEach(r -> tally.refused(instance, r.device(), r.channel(), r.outcome()));
            resolved.refusal().ifPresent(r -> {
                tally.count(instance, r.outcome(), 1);
                outlet.putAside(message, r.outcome(), r.detail());
            });
        }
        return byInstance;
    }

    private void store(Map<String, List<Observation>> byInstance) throws SQLException {
        for (List<Observation> batch : byInstance.values()) {
            store.prepare(batch);
        }
        var rows = database.inTransaction(c -> {
            var stored = new TreeMap<String, List<Row>>();
            for (var entry : byInstance.entrySet()) {
                stored.put(entry.getKey(), store(c, entry.getKey(), entry.getValue()));
            }
            return stored;
        });
        rows.forEach((instance, stored) -> {
            tally.meter(Outcomes.STORED, stored.size());
            tally.meter(Outcomes.DUPLICATE, byInstance.get(instance).size() - stored.size());
        });
        byInstance.values().forEach(live::stored);
        rows.values().forEach(live::added);
    }

    private List<Row> store(Connection connection, String instance, List<Observation> observations)
            throws SQLException {
        var stored = store.store(connection, observations);
        int duplicates = observations.size() - stored.size();
        var rows = new ArrayList<>(List.of(Ledger.count(instance, Outcomes.STORED, stored.size(), clock.instant())));
        if (duplicates > 0) {
            rows.add(Ledger.count(instance, Outcomes.DUPLICATE, duplicates, clock.instant()));
        }
        Ledger.add(connection, rows);
        return stored;
    }

    private TryLaterException later(Exception cause) {
        if (trouble.isEmpty()) {
            LOG.warn("Observations cannot be stored at the moment; they wait in the queue", cause);
        }
        trouble = String.valueOf(cause.getMessage());
        return new TryLaterException("The database of the sensors is away", cause);
    }

    private static boolean isAboutTheData(SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.startsWith(DATA_EXCEPTION) || state.startsWith(CONSTRAINT_VIOLATION);
    }
}
