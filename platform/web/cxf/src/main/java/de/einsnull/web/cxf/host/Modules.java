package de.einsnull.web.cxf.host;

import de.einsnull.web.api.ApiCatalogue.Api;
import de.einsnull.web.api.RestResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All modules by path. Servers are built by one thread, a moment after the last change, so that a bundle with ten
 * resources costs one build and no thread that starts bundles waits for it.
 */
final class Modules implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Modules.class);
    private static final long DEBOUNCE_MS = 30;
    /** An updated bundle comes back sooner than this; until then its requests wait or get 503, not 404. */
    private static final long FAREWELL_MS = 3_000;

    private final BundleContext context;
    private final HostTools tools;
    private final ServerBuilder builder;
    private final ScheduledExecutorService worker;
    private final Map<String, Place> places = new TreeMap<>();
    private final Map<RestResource, String> paths = new HashMap<>();
    private final Map<RestResource, String> refused = new HashMap<>();

    Modules(BundleContext context, HostTools tools, ServerBuilder builder) {
        this.context = context;
        this.tools = tools;
        this.builder = builder;
        worker = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "einsnull-rest-build");
            thread.setDaemon(true);
            return thread;
        });
    }

    void add(RestResource resource, Map<String, Object> properties) {
        try {
            var settings = ModuleSettings.of(properties);
            place(resource, settings).module().add(resource, settings);
            later(() -> build(settings.path()), DEBOUNCE_MS);
        } catch (IllegalArgumentException wrongProperties) {
            LOG.error("{} is not served: {}", resource.getClass().getName(), wrongProperties.getMessage());
            synchronized (this) {
                refused.put(resource, resource.getClass().getName() + ": " + wrongProperties.getMessage());
            }
        }
    }

    private synchronized Place place(RestResource resource, ModuleSettings settings) {
        paths.put(resource, settings.path());
        return places.computeIfAbsent(
                settings.path(), path -> Place.open(context, new HostedModule(path), tools, worker));
    }

    void remove(RestResource resource) {
        Place place;
        synchronized (this) {
            refused.remove(resource);
            var path = paths.remove(resource);
            place = path == null ? null : places.get(path);
        }
        if (place != null) {
            place.module().remove(resource);
            var path = place.module().path();
            later(() -> build(path), DEBOUNCE_MS);
            later(() -> closeIfEmpty(path), FAREWELL_MS);
        }
    }

    private void later(Runnable task, long delayInMs) {
        try {
            var ignored = worker.schedule(task, delayInMs, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("The REST host has stopped", stopped);
        }
    }

    private void build(String path) {
        Place place;
        synchronized (this) {
            place = places.get(path);
        }
        if (place != null) {
            try {
                place.module().build(builder);
            } catch (RuntimeException | LinkageError error) {
                LOG.error("REST module {} cannot be served", path, error);
                place.module().fail(error);
            }
        }
    }

    private void closeIfEmpty(String path) {
        Place place;
        synchronized (this) {
            place = places.get(path);
            if (place == null || !place.module().isEmpty()) {
                return;
            }
            places.remove(path);
        }
        place.close();
    }

    synchronized List<Api> apis() {
        return places.values().stream()
                .map(Place::module)
                .filter(module -> !module.isEmpty())
                .map(module -> new Api(
                        module.path(),
                        module.settings().title(),
                        module.path() + "/openapi.json",
                        module.isAvailable()))
                .toList();
    }

    synchronized List<String> troubles() {
        var all = new ArrayList<>(refused.values());
        places.values().stream()
                .map(Place::module)
                .filter(module -> !module.failure().isEmpty())
                .forEach(module -> all.add(module.path() + ": " + module.failure()));
        return all;
    }

    @Override
    public void close() {
        worker.shutdownNow();
        List<Place> all;
        synchronized (this) {
            all = new ArrayList<>(places.values());
            places.clear();
        }
        all.forEach(Place::close);
        builder.close();
    }
}
