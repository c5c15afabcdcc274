package de.einsnull.portal.shell.testing;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** A bundle that contributes, with its services. */
public final class FakeBundle {

    private static final AtomicInteger IDS = new AtomicInteger(100);

    private final long id = IDS.incrementAndGet();
    private final AtomicInteger state = new AtomicInteger(Bundle.ACTIVE);
    private final Bundle bundle;
    private volatile MemoryResources resources;

    public FakeBundle(MemoryResources resources) {
        this.resources = resources;
        bundle = Fakes.of(
                Bundle.class,
                Map.of(
                        "getBundleId", arguments -> id,
                        "getSymbolicName", arguments -> this.resources.owner(),
                        "getState", arguments -> state.get(),
                        "getEntry",
                                arguments -> this.resources
                                        .find((String) arguments[0])
                                        .orElse(null),
                        "findEntries",
                                arguments -> Collections.enumeration(this.resources.list((String) arguments[0]).stream()
                                        .map(path -> this.resources.find(path).orElseThrow())
                                        .toList())));
    }

    public Bundle bundle() {
        return bundle;
    }

    /** As after an update: the same bundle with other files. */
    public void update(MemoryResources other) {
        resources = other;
    }

    public void state(int now) {
        state.set(now);
    }

    /** A reference to a service of this bundle. */
    @SuppressWarnings("unchecked")
    public <T> ServiceReference<T> reference(int ranking, Map<String, Object> properties) {
        return Fakes.of(
                ServiceReference.class,
                Map.of(
                        "getBundle", arguments -> bundle,
                        "getProperty",
                                arguments ->
                                        "service.ranking".equals(arguments[0]) ? ranking : properties.get(arguments[0]),
                        "compareTo",
                                arguments -> Integer.compare(ranking, (Integer)
                                        ((ServiceReference<?>) arguments[0]).getProperty("service.ranking"))));
    }
}
