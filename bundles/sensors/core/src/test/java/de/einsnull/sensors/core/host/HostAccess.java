package de.einsnull.sensors.core.host;

import de.einsnull.bus.api.MessageBus;
import de.einsnull.health.api.Metrics;
import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.driver.SensorDriver;
import de.einsnull.sensors.core.FakeSurroundings;
import de.einsnull.sensors.core.codec.Codecs;
import de.einsnull.sensors.core.ingest.IngestAccess;
import de.einsnull.sensors.core.registry.Registry;
import de.einsnull.sensors.core.store.SensorDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A host with short time limits, and driver services that tests make come and go. */
public final class HostAccess implements AutoCloseable {

    /** The bundle of all drivers. */
    public static final long BUNDLE = 7;

    private static final Times SHORT = new Times(
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            Duration.ofMillis(100),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofSeconds(30));

    /** What the way into the database says that waits. */
    public final AtomicLong backlog = new AtomicLong();

    public final FakeSurroundings surroundings;
    private final DriverHost host;

    public HostAccess(
            MessageBus bus,
            Registry registry,
            Codecs codecs,
            SensorDatabase database,
            IngestAccess ingest,
            Metrics metrics,
            FakeSurroundings given) {
        surroundings = given;
        host = new DriverHost(
                bus,
                registry,
                codecs,
                database,
                ingest.tally(),
                () -> backlog.get(),
                Clock.systemUTC(),
                SHORT,
                surroundings);
        host.measure(metrics);
    }

    public DriverHost host() {
        return host;
    }

    public DriverInstances instances() {
        return host;
    }

    public void bind(String instance, SensorDriver driver) {
        host.bindDriver(
                driver,
                Map.of(
                        SensorDriver.INSTANCE,
                        instance,
                        "service.pid",
                        "driver~" + instance,
                        "service.bundleid",
                        BUNDLE));
    }

    public void unbind(String instance, SensorDriver driver) {
        host.unbindDriver(driver, Map.of(SensorDriver.INSTANCE, instance));
    }

    public DriverInstances.Status status(String instance) {
        return host.instances().stream()
                .filter(s -> s.instance().equals(instance))
                .findFirst()
                .orElseThrow();
    }

    public boolean is(String instance, DriverState state) {
        return host.instances().stream().anyMatch(s -> s.instance().equals(instance) && s.state() == state);
    }

    @Override
    public void close() {
        host.stop();
    }
}
