package de.einsnull.sensors.core.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.bus.api.MessageBus;
import de.einsnull.bus.api.Outlet;
import de.einsnull.bus.api.Subscription;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.ObservationListener;
import de.einsnull.sensors.api.ObservationListener.Change;
import de.einsnull.sensors.core.registry.Registry;
import de.einsnull.sensors.core.store.Row;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.store.EntityChange;
import de.einsnull.sensors.sensorthings.store.EntityListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners on this node, and the other nodes, what was stored. Changes are collected for a moment, so that a
 * listener hears of each datastream at most a few times a second, however fast values come.
 */
@Component(service = Live.class)
public final class Live {

    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final String OBSERVED = "live/sensors/observations";
    private static final String REGISTERED = "live/sensors/devices";
    private static final String NODE = "node";
    private static final Set<Property> FOLLOWING = Set.of(
            EntityType.DATASTREAM.require("phenomenonTime"),
            EntityType.DATASTREAM.require("resultTime"),
            EntityType.DATASTREAM.require("observedArea"));
    private static final int MOMENT_MILLIS = 200;
    private static final int MAX_IN_MESSAGE = 500;

    private final String node = UUID.randomUUID().toString();
    private final ObjectMapper json = new ObjectMapper();
    private final List<ObservationListener> listeners = new CopyOnWriteArrayList<>();
    private final List<EntityListener> entityListeners = new CopyOnWriteArrayList<>();
    private final Map<Long, Change> waiting = new LinkedHashMap<>();
    private final ScheduledExecutorService timer = Timers.single("sensors-live");
    private final MessageBus bus;
    private final Registry registry;
    private final Subscription subscription;
    private final Runnable registrations;

    @Activate
    public Live(@Reference MessageBus bus, @Reference Registry registry) {
        this.bus = bus;
        this.registry = registry;
        this.subscription =
                bus.subscribe(SubscriptionSpec.live("sensors.live." + node, OBSERVED, REGISTERED), this::fromOtherNode);
        this.registrations = registry.onChanged(() -> bus.notify(message(REGISTERED, new byte[0])));
        Timers.every(timer, MOMENT_MILLIS, TimeUnit.MILLISECONDS, this::tell);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindListener(ObservationListener listener) {
        listeners.add(listener);
    }

    void unbindListener(ObservationListener listener) {
        listeners.remove(listener);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindEntityListener(EntityListener listener) {
        entityListeners.add(listener);
    }

    void unbindEntityListener(EntityListener listener) {
        entityListeners.remove(listener);
    }

    @Deactivate
    void stop() {
        timer.shutdown();
        registrations.run();
        subscription.close();
    }

    /** Takes observations that this node stored. */
    public void stored(List<Observation> observations) {
        collect(registry.catalogue().apply(observations));
    }

    /** Takes rows that this node stored for drivers. */
    public void added(List<Row> rows) {
        if (!entityListeners.isEmpty() && !rows.isEmpty()) {
            var changes = new ArrayList<EntityChange>(rows.size());
            rows.forEach(row -> changes.add(EntityChange.created(EntityType.OBSERVATION, row.id())));
            rows.stream().map(Row::datastream).distinct().forEach(id -> changes.add(followed(id)));
            changed(changes);
        }
    }

    /** Observations of a datastream have come or changed, and with them what is known of it. */
    public static EntityChange followed(long datastream) {
        return new EntityChange(EntityType.DATASTREAM, datastream, EntityChange.What.FOLLOWED, FOLLOWING);
    }

    /** Takes changes of entities that this node committed. */
    public void changed(List<EntityChange> changes) {
        for (EntityListener listener : entityListeners) {
            try {
                listener.changed(changes);
            } catch (RuntimeException e) {
                LOG.warn(
                        "A listener to entities failed: {}", listener.getClass().getName(), e);
            }
        }
    }

    private void collect(List<Change> changes) {
        synchronized (waiting) {
            changes.forEach(c -> waiting.put(c.observation().datastream(), c));
        }
    }

    private void fromOtherNode(List<TopicMessage> batch, Outlet outlet) throws IOException {
        var foreign = batch.stream()
                .filter(m -> !node.equals(m.attributes().get(NODE)))
                .toList();
        if (foreign.stream().anyMatch(m -> m.topic().equals(REGISTERED))) {
            registry.reload();
        }
        for (TopicMessage message : foreign) {
            if (message.topic().equals(OBSERVED)) {
                var observations = new ArrayList<Observation>();
                for (JsonNode one : json.readTree(message.payload())) {
                    observations.add(LiveJson.read(one));
                }
                tellLocal(registry.catalogue().apply(observations));
            }
        }
    }

    private void tell() {
        List<Change> changes;
        synchronized (waiting) {
            changes = new ArrayList<>(waiting.values());
            waiting.clear();
        }
        if (!changes.isEmpty()) {
            tellLocal(changes);
            for (int from = 0; from < changes.size(); from += MAX_IN_MESSAGE) {
                tellOthers(changes.subList(from, Math.min(changes.size(), from + MAX_IN_MESSAGE)));
            }
        }
    }

    private void tellLocal(List<Change> changes) {
        for (ObservationListener listener : listeners) {
            try {
                listener.observed(changes);
            } catch (RuntimeException e) {
                LOG.warn(
                        "A listener to observations failed: {}",
                        listener.getClass().getName(),
                        e);
            }
        }
    }

    private void tellOthers(List<Change> changes) {
        var array = json.createArrayNode();
        changes.forEach(c -> array.add(LiveJson.write(json, c.observation())));
        try {
            bus.notify(message(OBSERVED, json.writeValueAsBytes(array)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON could not be written", e);
        }
    }

    private TopicMessage message(String topic, byte[] payload) {
        return TopicMessage.of(topic, payload, Map.of(NODE, node));
    }
}
