package de.einsnull.data.jpa.schema;

import de.einsnull.data.api.Schemas;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/** Watches for bundles that own a schema. */
public final class SchemaBundles implements BundleTrackerCustomizer<SchemaHost>, AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");
    private static final Pattern RESERVED = Pattern.compile("public|information_schema|pg_.*");

    private final BundleContext context;
    private final Runnable onChange;
    private final List<SchemaHost> hosts = new CopyOnWriteArrayList<>();
    private final BundleTracker<SchemaHost> tracker;

    /**
     * @param context registers the data sources
     * @param onChange called when a bundle has come
     */
    public SchemaBundles(BundleContext context, Runnable onChange) {
        this.context = context;
        this.onChange = onChange;
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
    }

    public void open() {
        tracker.open();
    }

    @Override
    public void close() {
        tracker.close();
    }

    /** All schemas that running bundles own. */
    public List<SchemaHost> hosts() {
        return List.copyOf(hosts);
    }

    @Override
    public SchemaHost addingBundle(Bundle bundle, BundleEvent event) {
        var name = bundle.getHeaders("").get(Schemas.HEADER);
        if (name == null) {
            return null;
        }
        var owner = bundle.getSymbolicName() + " " + bundle.getVersion();
        SchemaHost host;
        synchronized (hosts) {
            host = new SchemaHost(name, owner, BundleScripts.of(bundle), context, objection(name));
            hosts.add(host);
        }
        onChange.run();
        return host;
    }

    private Optional<String> objection(String name) {
        if (!NAME.matcher(name).matches() || RESERVED.matcher(name).matches()) {
            return Optional.of(
                    "The manifest header " + Schemas.HEADER + " needs a name of lower-case letters, digits and"
                            + " underscores that is not reserved, not '" + name + "'");
        }
        return hosts.stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .map(other ->
                        "Already owned by " + other.status().owner() + ". Stop that bundle, then restart this one.");
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, SchemaHost host) {
        // From STARTING to ACTIVE nothing changes for the schema.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, SchemaHost host) {
        hosts.remove(host);
        host.takeDown();
    }
}
