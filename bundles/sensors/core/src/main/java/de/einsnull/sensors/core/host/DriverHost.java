package de.einsnull.sensors.core.host;

import de.einsnull.bus.api.MessageBus;
import de.einsnull.health.api.Metrics;
import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.driver.SensorDriver;
import de.einsnull.sensors.core.codec.Codecs;
import de.einsnull.sensors.core.ingest.Acceptance;
import de.einsnull.sensors.core.ingest.Tally;
import de.einsnull.sensors.core.ingest.Timers;
import de.einsnull.sensors.core.registry.Registry;
import de.einsnull.sensors.core.store.Ledger;
import de.einsnull.sensors.core.store.SensorDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the driver instances that are there as services, each on a lane of its own. */
@Component(service = DriverInstances.class, immediate = true)
public final class DriverHost implements DriverInstances {

    private static final Logger LOG = LoggerFactory.getLogger(DriverHost.class);

    private final ConcurrentSkipListMap<String, Instance> instances = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService timer = Timers.single("sensors-host");
    private final Services services;

    @Activate
    public DriverHost(
            @Reference MessageBus bus,
            @Reference Registry registry,
            @Reference Codecs codecs,
            @Reference SensorDatabase database,
            @Reference Tally tally,
            @Reference Metrics metrics) {
        this(bus, registry, codecs, database, tally, metrics, Clock.systemUTC(), Times.USUAL);
    }

    DriverHost(
            MessageBus bus,
            Registry registry,
            Codecs codecs,
            SensorDatabase database,
            Tally tally,
            Metrics metrics,
            Clock clock,
            Times times) {
        var blocking = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "sensors-host-work");
            thread.setDaemon(true);
            return thread;
        });
        var acceptance = new Acceptance(clock);
        this.services = new Services(bus, registry, codecs, database, tally, acceptance, clock, times, timer, blocking);
        for (DriverState state : DriverState.values()) {
            metrics.gauge(
                    "sensors.drivers",
                    "Driver instances by state.",
                    () -> instances().stream().filter(s -> s.state() == state).count(),
                    "state",
                    state.name().toLowerCase(Locale.ROOT));
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindDriver(SensorDriver driver, Map<String, Object> properties) {
        var name = name(properties);
        var instance = new Instance(name, driver, services);
        if (instances.putIfAbsent(name, instance) == null) {
            instance.start();
        } else {
            LOG.error("There are two driver instances '{}'; the second one is not used. Give it another name", name);
        }
    }

    void unbindDriver(SensorDriver driver, Map<String, Object> properties) {
        var instance = instances.get(name(properties));
        if (instance != null && instance.driver() == driver) {
            instance.stop();
            instances.remove(name(properties), instance);
        }
    }

    private static String name(Map<String, Object> properties) {
        var given = properties.getOrDefault(SensorDriver.INSTANCE, properties.get("service.pid"));
        return String.valueOf(given).replaceAll("[^A-Za-z0-9._-]", "-");
    }

    @Deactivate
    void stop() {
        instances.values().forEach(Instance::stop);
        timer.shutdown();
        services.blocking().shutdown();
    }

    @Override
    public List<Status> instances() {
        return instances.values().stream().map(Instance::status).toList();
    }

    @Override
    public boolean restart(String instance) {
        var known = instances.get(instance);
        if (known != null) {
            known.restart();
        }
        return known != null;
    }

    @Override
    public List<LedgerRow> ledger() {
        services.tally().flush();
        return services.database().call("read the ledger", Ledger::list);
    }
}
