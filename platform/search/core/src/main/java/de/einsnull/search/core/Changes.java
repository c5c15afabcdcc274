package de.einsnull.search.core;

import de.einsnull.bus.api.CityEvent;
import de.einsnull.bus.api.EventSubscriber;
import de.einsnull.bus.api.SubscribesTo;
import de.einsnull.bus.api.TryLaterException;
import de.einsnull.search.api.SearchChanged;
import de.einsnull.search.core.index.IndexFailedException;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * Follows what changes, in a group of this node alone: every node hears of every change. A change is acknowledged when
 * the index has it on disk, so that a crash loses none.
 */
final class Changes implements EventSubscriber {

    private static final String GROUP = "search.index.";
    private static final int AT_ONCE = 8;

    private final Engine engine;

    Changes(Engine engine) {
        this.engine = engine;
    }

    static ServiceRegistration<EventSubscriber> register(BundleContext context, Engine engine, String node) {
        var properties = new Hashtable<String, Object>();
        properties.put(SubscribesTo.PREFIX_ + "types", new String[] {SearchChanged.EVENT});
        properties.put(SubscribesTo.PREFIX_ + "group", GROUP + node);
        properties.put(SubscribesTo.PREFIX_ + "concurrency", AT_ONCE);
        return context.registerService(EventSubscriber.class, new Changes(engine), properties);
    }

    @Override
    public void onEvent(CityEvent event) throws TryLaterException {
        var change = SearchChanged.of(event)
                .orElseThrow(() -> new IllegalArgumentException("Says nothing of what changed: " + event.subject()));
        try {
            engine.changed(change);
        } catch (IndexFailedException e) {
            throw new TryLaterException(e.getMessage(), e);
        }
    }
}
