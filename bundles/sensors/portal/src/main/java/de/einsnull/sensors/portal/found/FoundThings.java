package de.einsnull.sensors.portal.found;

import de.einsnull.search.api.SearchSource;
import de.einsnull.search.api.Searchable;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.portal.text.Words;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the things of the city be found. Looks every few seconds whether one came, went or was renamed, and lets all be read
 * again then: there are few of them, and they change when somebody sets them up.
 */
@Component(service = {})
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"de.einsnull.search.api.SearchSource\"",
        effective = "active")
public final class FoundThings {

    private static final Logger LOG = LoggerFactory.getLogger(FoundThings.class);
    private static final long LOOK_IN_S = 3;

    private final SensorDirectory directory;
    private final ThingsSource source;
    private final ServiceRegistration<SearchSource> registration;
    private final ScheduledExecutorService timer;
    private long seen;
    private String version;

    /**
     * Registers the source.
     *
     * @param context of this bundle
     * @param directory what can be found
     * @param words names of kinds
     */
    @Activate
    public FoundThings(BundleContext context, @Reference SensorDirectory directory, @Reference Words words) {
        this.directory = directory;
        this.source = new ThingsSource(directory, words);
        this.seen = directory.version();
        this.version = version();
        this.registration = context.registerService(SearchSource.class, source, properties());
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "sensors-found");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> unused = timer.scheduleWithFixedDelay(this::look, LOOK_IN_S, LOOK_IN_S, TimeUnit.SECONDS);
    }

    private Hashtable<String, Object> properties() {
        var properties = new Hashtable<String, Object>();
        properties.put(Searchable.PREFIX_ + "type", ThingsSource.TYPE);
        properties.put(Searchable.PREFIX_ + "titleKey", "sensors.title");
        properties.put(Searchable.PREFIX_ + "icon", "sensor");
        properties.put(Searchable.PREFIX_ + "version", version);
        return properties;
    }

    /** Changes with what can be found of the things, not with their values. */
    private String version() {
        return Integer.toHexString(source.open().stream()
                .map(thing -> List.of(thing.id(), thing.name(), thing.description(), thing.kind(), thing.group()))
                .toList()
                .hashCode());
    }

    private void look() {
        try {
            long now = directory.version();
            if (now != seen) {
                seen = now;
                String changed = version();
                if (!changed.equals(version)) {
                    version = changed;
                    registration.setProperties(properties());
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("What can be found of the sensors is not up to date; looked at again in a moment", e);
        }
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
        registration.unregister();
    }
}
