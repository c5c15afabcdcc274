package de.einsnull.sensors.core.ingest;

import de.einsnull.bus.api.MessageBus;
import de.einsnull.health.api.Metrics;
import de.einsnull.sensors.api.ObservationListener;
import de.einsnull.sensors.core.registry.Registry;
import de.einsnull.sensors.core.store.SensorDatabase;
import de.einsnull.sensors.sensorthings.store.EntityListener;
import java.time.Clock;

/** The way into the database, opened and closed by tests. */
public final class IngestAccess implements AutoCloseable {

    private final MessageBus bus;
    private final Registry registry;
    private final SensorDatabase database;
    private final Metrics metrics;
    private final Tally tally;
    private final Live live;
    private Ingest ingest;

    public IngestAccess(MessageBus bus, Registry registry, SensorDatabase database, Metrics metrics) {
        this.bus = bus;
        this.registry = registry;
        this.database = database;
        this.metrics = metrics;
        this.tally = new Tally(database, metrics, Clock.systemUTC());
        this.live = new Live(bus, registry);
        start();
    }

    /** Hears of changes of entities. */
    public void listenToEntities(EntityListener listener) {
        live.bindEntityListener(listener);
    }

    public void start() {
        ingest = new Ingest(bus, registry, database, tally, live, metrics);
    }

    public void stop() {
        ingest.stop();
    }

    public Live live() {
        return live;
    }

    public Tally tally() {
        return tally;
    }

    public Ingest ingest() {
        return ingest;
    }

    public String trouble() {
        return ingest.trouble();
    }

    public void listen(ObservationListener listener) {
        live.bindListener(listener);
    }

    @Override
    public void close() {
        ingest.stop();
        live.stop();
        tally.stop();
    }
}
