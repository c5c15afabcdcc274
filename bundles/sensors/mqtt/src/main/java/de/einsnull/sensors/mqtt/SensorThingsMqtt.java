package de.einsnull.sensors.mqtt;

import de.einsnull.bus.api.MessageBus;
import de.einsnull.bus.api.Subscription;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.api.TopicSpace;
import de.einsnull.health.api.Metrics;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.sensors.sensorthings.binding.Binding;
import de.einsnull.sensors.sensorthings.store.EntityChange;
import de.einsnull.sensors.sensorthings.store.EntityListener;
import de.einsnull.sensors.sensorthings.store.EntityStore;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** SensorThings at the MQTT doors: clients create entities by publishing, and hear of changes by subscribing. */
@Component(
        service = {TopicSpace.class, EntityListener.class, Binding.class, SensorThingsMqtt.class},
        immediate = true,
        configurationPid = MqttConfig.PID)
@Designate(ocd = MqttConfig.class)
public final class SensorThingsMqtt implements TopicSpace, EntityListener, Binding {

    private static final String CONFORMANCE = "einsnull.sensors.conformance";
    private static final String REQUIREMENTS = "http://www.opengis.net/spec/iot_sensing/1.1/req/";
    private static final String EXTENSIONS = "https://fraunhoferiosb.github.io/FROST-Server/extensions/";
    private static final List<String> CLASSES = List.of(
            REQUIREMENTS + "create-observations-via-mqtt/observations-creation",
            REQUIREMENTS + "receive-updates-via-mqtt/receive-updates",
            EXTENSIONS + "MqttFilter.html",
            EXTENSIONS + "MqttExpand.html");
    private static final String GROUP = "sensors.sensorthings";

    private final boolean conformance;
    private final Meters meters;
    private final Notifier notifier;
    private final Subscription requests;
    private volatile List<URI> doors = List.of();

    @Activate
    public SensorThingsMqtt(
            BundleContext context,
            MqttConfig config,
            @Reference EntityStore store,
            @Reference MessageBus bus,
            @Reference AuditTrail audit,
            @Reference Metrics metrics) {
        this.conformance = Boolean.parseBoolean(context.getProperty(CONFORMANCE));
        this.meters = new Meters(metrics);
        var root = config.root().isBlank() ? here(context) : config.root().strip();
        this.notifier = new Notifier(bus, new Scene(store, root), meters);
        metrics.gauge("sensors.mqtt.waiting", "Changes that wait to be told.", notifier::backlog);
        var taker = new Taker(store, new Scribe(audit, Clock.systemUTC()), meters);
        this.requests = bus.subscribe(SubscriptionSpec.durable(GROUP, REQUESTS + Topic.VERSION + "/#"), taker);
    }

    private static String here(BundleContext context) {
        var port = Objects.requireNonNullElse(context.getProperty("einsnull.http.port"), "8080");
        return "http://localhost:" + port + "/sensorthings/" + Topic.VERSION;
    }

    @Deactivate
    void stop() {
        requests.close();
        notifier.close();
    }

    /** Notifications that could not be given since the start. */
    long losses() {
        return meters.losses();
    }

    @Override
    public String firstLevel() {
        return Topic.VERSION;
    }

    @Override
    public boolean offers(String topic) {
        return Topic.of(topic).isPresent();
    }

    @Override
    public void wanted(Set<String> topics) {
        notifier.wanted(topics.stream().flatMap(t -> Topic.of(t).stream()).toList());
    }

    @Override
    public void doors(List<URI> addresses) {
        doors = List.copyOf(addresses);
    }

    @Override
    public boolean freeOnThisMachine() {
        return conformance;
    }

    @Override
    public void changed(List<EntityChange> changes) {
        notifier.changed(changes);
    }

    @Override
    public Map<String, List<URI>> endpoints() {
        var endpoints = new LinkedHashMap<String, List<URI>>();
        var now = doors;
        if (!now.isEmpty()) {
            CLASSES.forEach(c -> endpoints.put(c, now));
        }
        return endpoints;
    }
}
