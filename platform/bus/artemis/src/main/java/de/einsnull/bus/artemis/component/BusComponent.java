package de.einsnull.bus.artemis.component;

import de.einsnull.bus.api.BusGroups;
import de.einsnull.bus.api.DeadLetters;
import de.einsnull.bus.api.EventPublisher;
import de.einsnull.bus.api.MessageBus;
import de.einsnull.bus.artemis.BusRuntime;
import de.einsnull.bus.artemis.broker.DoorUsers;
import de.einsnull.bus.artemis.module.ModuleServices;
import de.einsnull.bus.artemis.settings.BusConfig;
import de.einsnull.bus.artemis.settings.Settings;
import de.einsnull.bus.artemis.watch.BusHealthCheck;
import de.einsnull.bus.artemis.watch.BusWatch;
import de.einsnull.bus.artemis.watch.MetricsBridge;
import de.einsnull.guard.api.ModuleGuard;
import de.einsnull.health.api.Metrics;
import de.einsnull.security.api.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnector;
import org.apache.felix.hc.api.HealthCheck;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bus as services. They are there at once and stay while the broker behind them starts, is away or is changed by a
 * new configuration.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = BusConfig.PID)
@Designate(ocd = BusConfig.class)
@Capability(
        namespace = "osgi.service",
        attribute = {"objectClass:List<String>=\"de.einsnull.bus.api.MessageBus\"", "uses:=\"de.einsnull.bus.api\""})
@Capability(
        namespace = "osgi.service",
        attribute = {"objectClass:List<String>=\"de.einsnull.bus.api.BusGroups\"", "uses:=\"de.einsnull.bus.api\""})
@Capability(
        namespace = "osgi.service",
        attribute = {"objectClass:List<String>=\"de.einsnull.bus.api.DeadLetters\"", "uses:=\"de.einsnull.bus.api\""})
@Capability(
        namespace = "osgi.service",
        attribute = {"objectClass:List<String>=\"de.einsnull.bus.api.EventPublisher\"", "uses:=\"de.einsnull.bus.api\""
        })
public final class BusComponent {

    private static final Logger LOG = LoggerFactory.getLogger(BusComponent.class);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ModuleGuard guard;

    private volatile int messagesPerSecond;
    private final Path data;
    private final Secrets secrets;
    private final MetricsBridge meters = new MetricsBridge();
    private final BusRuntime runtime;
    private final BusWatch watch;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    /**
     * Starts the bus.
     *
     * @param context bundle
     * @param config settings
     * @param users accounts at the doors
     * @param secrets keeps the password at an external broker
     */
    @Activate
    public BusComponent(
            BundleContext context, BusConfig config, @Reference DoorUsers users, @Reference Secrets secrets) {
        this.secrets = secrets;
        this.data = Path.of(System.getProperty("karaf.data", "data"));
        this.runtime = new BusRuntime(users, meters, Clock.systemUTC());
        apply(config);
        this.watch = new BusWatch(runtime, Clock.systemUTC());
        meters.watch(watch);
        var views = new ModuleServices(runtime.bus(), () -> guard, () -> messagesPerSecond);
        register(context, MessageBus.class, views.bus(), Map.of());
        register(context, BusGroups.class, runtime.bus(), Map.of());
        register(context, DeadLetters.class, runtime.deadLetters(), Map.of());
        register(context, EventPublisher.class, views.publisher(), Map.of());
        register(
                context,
                HealthCheck.class,
                new BusHealthCheck(watch),
                Map.of(HealthCheck.NAME, "Bus", HealthCheck.TAGS, new String[] {"ready", "bus"}));
    }

    private String brokerPassword() {
        try {
            return secrets.read("broker-password").orElse("");
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read the password of the external broker", e);
        }
    }

    private <T> void register(
            BundleContext context, Class<T> type, ServiceFactory<T> views, Map<String, ?> properties) {
        registrations.add(context.registerService(type, views, new Hashtable<>(properties)));
    }

    private <T> void register(BundleContext context, Class<T> type, T service, Map<String, ?> properties) {
        Dictionary<String, Object> dictionary = new Hashtable<>(properties);
        registrations.add(context.registerService(type, service, dictionary));
    }

    @Modified
    void apply(BusConfig config) {
        messagesPerSecond = Math.max(1, config.module_messages_per_second());
        try {
            runtime.apply(Settings.of(config, data, this::brokerPassword));
        } catch (IllegalArgumentException e) {
            LOG.error("The settings of the bus ({}) are not usable: {}", BusConfig.PID, e.getMessage());
            runtime.refuse(e.getMessage());
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addMetrics(Metrics metrics) {
        meters.attach(metrics);
    }

    void removeMetrics(Metrics metrics) {
        meters.detach(metrics);
    }

    /** Stops the bus and its broker; what is stored stays. */
    @Deactivate
    public void close() {
        registrations.forEach(ServiceRegistration::unregister);
        watch.close();
        runtime.close();
        // Threads that Artemis keeps for all connections of a class loader, which is this bundle's.
        ActiveMQClient.clearThreadPools();
        InVMConnector.resetThreadPool();
    }
}
