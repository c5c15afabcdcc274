package de.einsnull.portal.shell.contrib;

import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;

/** Files of an OSGi bundle, read without touching its class loader. */
public record BundleResources(Bundle bundle) implements Resources {

    @Override
    public String owner() {
        return bundle.getSymbolicName();
    }

    @Override
    public long bundleId() {
        return bundle.getBundleId();
    }

    @Override
    public Optional<URL> find(String path) {
        return Optional.ofNullable(bundle.getEntry(path));
    }

    @Override
    public List<String> list(String folder) {
        var entries = bundle.findEntries(folder, "*", true);
        if (entries == null) {
            return List.of();
        }
        return Collections.list(entries).stream()
                .map(url -> url.getPath().substring(1))
                .filter(path -> !path.endsWith("/"))
                .sorted()
                .toList();
    }
}
