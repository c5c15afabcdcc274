package de.einsnull.bus.artemis.event;

import de.einsnull.bus.api.CityEvent;
import de.einsnull.bus.api.EventSubscriber;
import de.einsnull.bus.api.MessageBus;
import de.einsnull.bus.api.Outlet;
import de.einsnull.bus.api.Subscription;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.bus.artemis.settings.BusConfig;
import de.einsnull.guard.api.ModuleGuard;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Subscribes each {@link EventSubscriber} service while it is there. */
@Component(service = SubscriberWhiteboard.class, immediate = true, configurationPid = BusConfig.PID)
public final class SubscriberWhiteboard {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriberWhiteboard.class);

    private static final long LOOK_IN_MS = 1_000;

    private final EventCodec codec = new EventCodec();
    private final MessageBus bus;
    private final SubscriberWatch watch = new SubscriberWatch(() -> this.guard, Clock.systemUTC());
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "bus-subscribers");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Duration limit;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile ModuleGuard guard;

    private final Map<EventSubscriber, Subscription> subscriptions = new ConcurrentHashMap<>();

    /**
     * Starts the whiteboard.
     *
     * @param bus carries the events
     * @param config how long a subscriber may take
     */
    @Activate
    public SubscriberWhiteboard(@Reference MessageBus bus, BusConfig config) {
        this(bus, Duration.ofSeconds(config.subscriber_limit_in_s()));
    }

    SubscriberWhiteboard(MessageBus bus, Duration limit) {
        this.bus = bus;
        this.limit = limit;
        var task = looking.scheduleWithFixedDelay(
                () -> watch.look(this.limit), LOOK_IN_MS, LOOK_IN_MS, TimeUnit.MILLISECONDS);
        LOG.trace("Watching with {}", task);
    }

    @Modified
    void change(BusConfig config) {
        limit = Duration.ofSeconds(config.subscriber_limit_in_s());
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void add(EventSubscriber subscriber, Map<String, Object> properties) {
        try {
            var spec = SubscriberProperties.spec(properties);
            long bundle = properties.get(Constants.SERVICE_BUNDLEID) instanceof Long id ? id : -1;
            subscriptions.put(
                    subscriber, bus.subscribe(spec, (batch, outlet) -> give(bundle, subscriber, batch, outlet)));
            LOG.info("Group {} receives {}", spec.group(), spec.filters());
        } catch (IllegalArgumentException e) {
            LOG.error("The subscriber {} is not used: {}", subscriber.getClass().getName(), e.getMessage());
        }
    }

    void remove(EventSubscriber subscriber) {
        var subscription = subscriptions.remove(subscriber);
        if (subscription != null) {
            subscription.close();
        }
    }

    private void give(long bundle, EventSubscriber subscriber, List<TopicMessage> batch, Outlet outlet)
            throws Exception {
        for (var message : batch) {
            CityEvent event;
            try {
                event = codec.decode(message);
            } catch (IOException e) {
                outlet.putAside(message, "malformed-event", e.getMessage());
                continue;
            }
            watch.call(bundle, subscriber, event);
        }
    }

    /** Ends all subscriptions; their queues go on collecting. */
    @Deactivate
    public void close() {
        looking.shutdownNow();
        List.copyOf(subscriptions.keySet()).forEach(this::remove);
    }
}
