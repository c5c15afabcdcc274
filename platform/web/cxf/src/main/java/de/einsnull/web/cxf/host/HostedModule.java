package de.einsnull.web.cxf.host;

import de.einsnull.web.api.RestResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The resources of one path and the server that is built of them. While a new server is built because a resource came,
 * the old one answers; after a resource left, requests wait a moment for the server without it.
 */
final class HostedModule {

    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final String path;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<RestResource, ModuleSettings> resources = new LinkedHashMap<>();
    private ModuleServer current;
    private long wanted;
    private String failure = "";

    HostedModule(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** Adds a resource; the module must be built afterwards. */
    void add(RestResource resource, ModuleSettings settings) {
        lock.lock();
        try {
            resources.put(resource, settings);
            wanted++;
            failure = "";
        } finally {
            lock.unlock();
        }
    }

    /**
     * Removes a resource and waits until no request uses it any more, 2 seconds at most. If others remain, the module
     * must be built afterwards.
     */
    void remove(RestResource resource) {
        ModuleServer old;
        lock.lock();
        try {
            if (resources.remove(resource) == null) {
                return;
            }
            wanted++;
            failure = "";
            old = current;
            current = null;
        } finally {
            lock.unlock();
        }
        if (old != null) {
            old.retire(DRAIN);
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return resources.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Why the module could not be built, empty if it could. */
    String failure() {
        lock.lock();
        try {
            return failure;
        } finally {
            lock.unlock();
        }
    }

    boolean isAvailable() {
        lock.lock();
        try {
            return current != null;
        } finally {
            lock.unlock();
        }
    }

    ModuleSettings settings() {
        lock.lock();
        try {
            return merged();
        } finally {
            lock.unlock();
        }
    }

    private ModuleSettings merged() {
        return resources.values().stream()
                .reduce(ModuleSettings::with)
                .orElseGet(() -> ModuleSettings.of(Map.of("einsnull.rest.path", path)));
    }

    /** Builds a server of the resources that are there now and puts it in place of the old one. */
    void build(ServerBuilder builder) {
        List<RestResource> members;
        ModuleSettings settings;
        long building;
        lock.lock();
        try {
            members = new ArrayList<>(resources.keySet());
            settings = merged();
            building = wanted;
        } finally {
            lock.unlock();
        }
        if (!members.isEmpty()) {
            place(builder.build(settings, members), building);
        }
    }

    private void place(ModuleServer fresh, long building) {
        ModuleServer old;
        lock.lock();
        try {
            if (building == wanted) {
                old = current;
                current = fresh;
                failure = "";
                changed.signalAll();
            } else {
                // Something came or left meanwhile: the next build is on its way.
                old = fresh;
            }
        } finally {
            lock.unlock();
        }
        if (old != null) {
            old.retire(DRAIN);
        }
    }

    void fail(Throwable error) {
        lock.lock();
        try {
            failure = String.valueOf(error.getMessage());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Enters the current server, waiting for it if need be; the caller must leave it.
     *
     * @param patience how long to wait
     * @return null if there is none
     */
    ModuleServer enter(Duration patience) throws InterruptedException {
        var nanos = patience.toNanos();
        lock.lock();
        try {
            while (current == null || !current.enter()) {
                if (nanos <= 0 || !failure.isEmpty()) {
                    return null;
                }
                nanos = changed.awaitNanos(nanos);
            }
            return current;
        } finally {
            lock.unlock();
        }
    }

    /** Stops serving for good. */
    void close() {
        ModuleServer old;
        lock.lock();
        try {
            resources.clear();
            wanted++;
            old = current;
            current = null;
            failure = "closed";
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (old != null) {
            old.retire(Duration.ZERO);
        }
    }
}
