package de.einsnull.sensors.core;

import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.api.driver.PayloadCodec;
import de.einsnull.sensors.core.codec.CodecsAccess;
import de.einsnull.sensors.core.host.HostAccess;
import de.einsnull.sensors.core.ingest.IngestAccess;
import de.einsnull.sensors.core.registry.Directory;
import de.einsnull.sensors.core.registry.Registry;
import de.einsnull.testkit.FakeMetrics;
import java.util.Map;
import java.util.Optional;

/** The core put together on a bus in memory and a fresh database. */
public final class TestPlatform implements AutoCloseable {

    public final TestDatabase database;
    public final FakeBus bus = new FakeBus();
    public final FakeMetrics metrics = new FakeMetrics();
    public final CodecsAccess codecs = new CodecsAccess();
    public final Registry registry;
    public final Directory directory;
    public final IngestAccess ingest;
    public final HostAccess host;

    public TestPlatform(TestDatabase.Kind kind) {
        this(new TestDatabase(kind));
    }

    public TestPlatform(TestDatabase database) {
        this.database = database;
        this.registry = new Registry(database.factory(), database.database(), codecs.codecs());
        this.directory = new Directory(registry, database.database());
        this.ingest = new IngestAccess(bus, registry, database.database(), metrics);
        this.host = new HostAccess(
                bus, registry, codecs.codecs(), database.database(), ingest, metrics, codecs.surroundings);
    }

    public void codec(String model, PayloadCodec codec) {
        codecs.bind(model, codec);
    }

    public void register(String instance, String device, String model) {
        registry.register(registration(instance, device, model));
    }

    public static DeviceRegistration registration(String instance, String device, String model) {
        return new DeviceRegistration(
                instance,
                device,
                model,
                "Bucht " + device,
                "",
                Kinds.PARKING_BAY,
                "Marktplatz",
                Optional.of(new Position(8.145, 51.825)),
                true,
                "CC0-1.0",
                false,
                Map.of("accessible", "true"));
    }

    /** How often something happened, by the ledger. */
    public long ledger(String instance, String outcome) {
        return host.instances().ledger().stream()
                .filter(r -> r.instance().equals(instance) && r.outcome().equals(outcome))
                .mapToLong(DriverInstances.LedgerRow::count)
                .sum();
    }

    @Override
    public void close() {
        host.close();
        ingest.close();
        database.close();
    }
}
