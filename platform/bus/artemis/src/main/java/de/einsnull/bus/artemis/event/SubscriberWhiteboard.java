package de.einsnull.bus.artemis.event;

import de.einsnull.bus.api.CityEvent;
import de.einsnull.bus.api.EventSubscriber;
import de.einsnull.bus.api.MessageBus;
import de.einsnull.bus.api.Outlet;
import de.einsnull.bus.api.Subscription;
import de.einsnull.bus.api.TopicMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Subscribes each {@link EventSubscriber} service while it is there. */
@Component(service = SubscriberWhiteboard.class, immediate = true)
public final class SubscriberWhiteboard {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriberWhiteboard.class);

    private final EventCodec codec = new EventCodec();
    private final MessageBus bus;
    private final Map<EventSubscriber, Subscription> subscriptions = new ConcurrentHashMap<>();

    /**
     * Starts the whiteboard.
     *
     * @param bus carries the events
     */
    @Activate
    public SubscriberWhiteboard(@Reference MessageBus bus) {
        this.bus = bus;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void add(EventSubscriber subscriber, Map<String, Object> properties) {
        try {
            var spec = SubscriberProperties.spec(properties);
            subscriptions.put(subscriber, bus.subscribe(spec, (batch, outlet) -> give(subscriber, batch, outlet)));
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

    private void give(EventSubscriber subscriber, List<TopicMessage> batch, Outlet outlet) throws Exception {
        for (var message : batch) {
            CityEvent event;
            try {
                event = codec.decode(message);
            } catch (IOException e) {
                outlet.putAside(message, "malformed-event", e.getMessage());
                continue;
            }
            subscriber.onEvent(event);
        }
    }

    /** Ends all subscriptions; their queues go on collecting. */
    @Deactivate
    public void close() {
        List.copyOf(subscriptions.keySet()).forEach(this::remove);
    }
}
