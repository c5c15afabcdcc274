package de.einsnull.bus.artemis.event;

import de.einsnull.bus.api.CityEvent;
import de.einsnull.bus.api.EventSubscriber;
import java.time.Clock;

/** The way from the bus to a module's subscriber, without the bus: what is measured lies inside its package. */
public final class SubscriberFence {

    private final SubscriberWatch watch = new SubscriberWatch(() -> null, Clock.systemUTC());

    /** Calls the subscriber as the bus does. */
    public void call(EventSubscriber subscriber, CityEvent event) throws Exception {
        watch.call(1, subscriber, event);
    }
}
