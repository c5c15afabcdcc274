package de.einsnull.sensors.core.host;

import de.einsnull.bus.api.MessageBus;
import de.einsnull.health.api.Metrics;
import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.driver.SensorDriver;
import de.einsnull.sensors.core.codec.Codecs;
import de.einsnull.sensors.core.framework.Framework;
import de.einsnull.sensors.core.framework.Surroundings;
import de.einsnull.sensors.core.host.Slot.Offer;
import de.einsnull.sensors.core.host.Slot.Running;
import de.einsnull.sensors.core.ingest.Acceptance;
import de.einsnull.sensors.core.ingest.Ingest;
import de.einsnull.sensors.core.ingest.Tally;
import de.einsnull.sensors.core.ingest.Timers;
import de.einsnull.sensors.core.registry.Registry;
import de.einsnull.sensors.core.store.Ledger;
import de.einsnull.sensors.core.store.SensorDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
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
@Component(
        service = {DriverInstances.class, DriverHost.class},
        immediate = true)
public final class DriverHost implements DriverInstances {

    private static final Logger LOG = LoggerFactory.getLogger(DriverHost.class);

    private final ConcurrentSkipListMap<String, Slot> slots = new ConcurrentSkipListMap<>();
    private final Services services;
    private final Instant startedUntil;

    @Activate
    public DriverHost(
            @Reference MessageBus bus,
            @Reference Registry registry,
            @Reference Codecs codecs,
            @Reference SensorDatabase database,
            @Reference Tally tally,
            @Reference Ingest ingest,
            @Reference Metrics metrics,
            @Reference Framework framework) {
        this(bus, registry, codecs, database, tally, ingest::backlog, Clock.systemUTC(), Times.USUAL, framework);
        measure(metrics);
    }

    DriverHost(
            MessageBus bus,
            Registry registry,
            Codecs codecs,
            SensorDatabase database,
            Tally tally,
            LongSupplier backlog,
            Clock clock,
            Times times,
            Surroundings surroundings) {
        var blocking = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "sensors-host-work");
            thread.setDaemon(true);
            return thread;
        });
        this.services = new Services(
                bus,
                registry,
                codecs,
                database,
                tally,
                new Acceptance(clock),
                clock,
                times,
                Timers.single("sensors-host"),
                blocking,
                new Pressure(backlog),
                new Leftovers(),
                surroundings);
        services.pressure().watch(services.timer());
        this.startedUntil = clock.instant().plus(times.starting());
    }

    void measure(Metrics metrics) {
        for (DriverState state : DriverState.values()) {
            metrics.gauge(
                    "sensors.drivers",
                    "Driver instances by state.",
                    () -> instances().stream().filter(s -> s.state() == state).count(),
                    "state",
                    state.name().toLowerCase(Locale.ROOT));
        }
        metrics.gauge("sensors.abandoned", "Threads left in the code of drivers that never returned.", () -> abandoned()
                .size());
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(!(" + Surroundings.SCRATCH + "=*))")
    void bindDriver(SensorDriver driver, Map<String, Object> properties) {
        var name = name(properties);
        var offer = new Offer(driver, String.valueOf(properties.getOrDefault("service.pid", "")), (long)
                properties.getOrDefault("service.bundleid", 0L));
        Slot slot;
        synchronized (slots) {
            slot = slots.computeIfAbsent(name, n -> new Slot());
            if (!slot.claim(offer)) {
                LOG.error("There are two driver instances '{}'; the second one waits. Give it another name", name);
                return;
            }
        }
        run(slot, name, offer);
    }

    /** Not under the lock: it calls the driver and the framework. */
    private void run(Slot slot, String name, Offer offer) {
        var instance = new Instance(name, offer.driver(), services);
        var check =
                services.surroundings().check(offer.bundle(), "Driver instance " + name, new InstanceCheck(instance));
        slot.take(new Running(offer, instance, check));
        instance.life().start();
    }

    void unbindDriver(SensorDriver driver, Map<String, Object> properties) {
        var name = name(properties);
        var slot = slots.get(name);
        if (slot == null) {
            return;
        }
        synchronized (slots) {
            if (slot.withdraw(driver)) {
                return;
            }
        }
        var running = slot.current();
        if (running != null && running.offer().driver() == driver) {
            running.stop();
            slot.take(null);
            passOn(slot, name);
        }
    }

    private void passOn(Slot slot, String name) {
        Offer next;
        synchronized (slots) {
            next = slot.passOn();
            if (next == null) {
                slots.remove(name);
            }
        }
        if (next != null) {
            LOG.info("Another driver takes over instance {}", name);
            run(slot, name, next);
        }
    }

    private static String name(Map<String, Object> properties) {
        var given = properties.getOrDefault(SensorDriver.INSTANCE, properties.get("service.pid"));
        return String.valueOf(given).replaceAll("[^A-Za-z0-9._-]", "-");
    }

    @Deactivate
    void stop() {
        running().forEach(Running::stop);
        services.timer().shutdown();
        services.blocking().shutdown();
    }

    private Stream<Running> running() {
        return slots.values().stream().map(Slot::current).filter(r -> r != null);
    }

    Optional<Instance> instance(String name) {
        return Optional.ofNullable(slots.get(name)).map(Slot::current).map(Running::instance);
    }

    Services services() {
        return services;
    }

    @Override
    public List<Status> instances() {
        return running().map(r -> r.instance().status()).toList();
    }

    /**
     * Instances that do not listen yet while the platform starts. Whoever asks whether it is ready wants to send: what came
     * before the first subscription would be kept by nobody. One that hangs does not hold up the platform for long, and one
     * that is added later does not at all.
     */
    public List<String> starting() {
        return services.clock().instant().isAfter(startedUntil)
                ? List.of()
                : running()
                        .map(Running::instance)
                        .filter(i -> i.life().isNew())
                        .map(Instance::name)
                        .toList();
    }

    /** Names that more than one driver wants. */
    public List<String> contested() {
        return slots.entrySet().stream()
                .filter(e -> e.getValue().isContested())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Instances with a thread that never returned, once for each thread. */
    public List<String> abandoned() {
        return services.leftovers().instances();
    }

    @Override
    public boolean restart(String instance) {
        var known = Optional.ofNullable(slots.get(instance)).map(Slot::current);
        known.ifPresent(r -> r.instance().life().restart(r.offer().pid()));
        return known.isPresent();
    }

    @Override
    public List<LedgerRow> ledger() {
        services.tally().flush();
        return services.database().call("read the ledger", Ledger::list);
    }
}
