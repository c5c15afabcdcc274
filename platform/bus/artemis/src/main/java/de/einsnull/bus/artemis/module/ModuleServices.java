package de.einsnull.bus.artemis.module;

import de.einsnull.bus.api.EventPublisher;
import de.einsnull.bus.api.MessageBus;
import de.einsnull.bus.artemis.event.TopicEventPublisher;
import de.einsnull.guard.api.ModuleGuard;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** Gives each bundle its own view of the bus, so that what it sends can be counted. */
public final class ModuleServices {

    private final MessageBus bus;
    private final Supplier<ModuleGuard> guard;
    private final IntSupplier rate;
    private final Map<Long, Floodgate> gates = new ConcurrentHashMap<>();

    /**
     * Creates the views.
     *
     * @param bus carries the messages
     * @param guard hears of floods; null while there is none
     * @param rate messages a second
     */
    public ModuleServices(MessageBus bus, Supplier<ModuleGuard> guard, IntSupplier rate) {
        this.bus = bus;
        this.guard = guard;
        this.rate = rate;
    }

    /** The bus. */
    public ServiceFactory<MessageBus> bus() {
        return new PerBundle<>(this::busOf);
    }

    /** The publisher of events, with one account for both. */
    public ServiceFactory<EventPublisher> publisher() {
        return new PerBundle<>(id -> new TopicEventPublisher(busOf(id)));
    }

    private MessageBus busOf(long bundleId) {
        var gate = gates.computeIfAbsent(bundleId, id -> new Floodgate(id, guard, rate, System::nanoTime));
        return new ModuleBus(bus, gate);
    }

    private static final class PerBundle<T> implements ServiceFactory<T> {

        private final Function<Long, T> views;

        PerBundle(Function<Long, T> views) {
            this.views = views;
        }

        @Override
        public T getService(Bundle bundle, ServiceRegistration<T> registration) {
            return views.apply(bundle.getBundleId());
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<T> registration, T service) {
            // a view holds nothing
        }
    }
}
