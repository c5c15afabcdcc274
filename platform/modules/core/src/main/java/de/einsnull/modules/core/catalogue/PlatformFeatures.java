package de.einsnull.modules.core.catalogue;

import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.ModuleBundle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeatureEvent;
import org.apache.karaf.features.FeaturesListener;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.RepositoryEvent;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The features of the distribution: what is installed is shown, what is not is offered. Thread-safe. */
public final class PlatformFeatures implements FeaturesListener {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformFeatures.class);
    private static final String OURS = "einsnull-";

    private final BundleContext context;
    private final Supplier<Optional<FeaturesService>> service;
    private volatile Snapshot snapshot;

    private record Snapshot(List<Feature> installed, List<Feature> optional) {}

    /**
     * @param context shows the bundles
     * @param service Karaf's, empty where there is no Karaf
     */
    public PlatformFeatures(BundleContext context, Supplier<Optional<FeaturesService>> service) {
        this.context = context;
        this.service = service;
    }

    @Override
    public void featureEvent(FeatureEvent event) {
        snapshot = null;
    }

    @Override
    public void repositoryEvent(RepositoryEvent event) {
        snapshot = null;
    }

    /** Whether a feature of that name is installed. */
    public boolean isInstalled(String name) {
        return features().installed().stream()
                .anyMatch(feature -> feature.getName().equals(name));
    }

    /** Features of the distribution that are not installed. */
    public List<Feature> optional() {
        return features().optional();
    }

    private Snapshot features() {
        Snapshot known = snapshot;
        if (known == null) {
            known = read();
            // While Karaf is not there or busy, the next look may see more.
            snapshot = known.installed().isEmpty() ? null : known;
        }
        return known;
    }

    private Snapshot read() {
        Optional<FeaturesService> karaf = service.get();
        if (karaf.isEmpty()) {
            return new Snapshot(List.of(), List.of());
        }
        try {
            List<Feature> installed = List.of(karaf.get().listInstalledFeatures());
            var optional = new ArrayList<Feature>();
            for (Feature feature : karaf.get().listFeatures()) {
                boolean there = installed.stream().anyMatch(one -> one.getName().equals(feature.getName()));
                if (feature.getName().startsWith(OURS) && !there) {
                    optional.add(feature);
                }
            }
            return new Snapshot(installed, optional);
        } catch (Exception e) { // as wide as the interface declares it
            LOG.warn("The features of the distribution cannot be read", e);
            return new Snapshot(List.of(), List.of());
        }
    }

    /** The installed features as modules that cannot be changed. */
    public List<Module> modules() {
        Map<String, Bundle> byLocation = new HashMap<>();
        Arrays.stream(context.getBundles()).forEach(bundle -> byLocation.put(bundle.getLocation(), bundle));
        return features().installed().stream()
                .map(feature -> module(feature, byLocation))
                .toList();
    }

    private static Module module(Feature feature, Map<String, Bundle> byLocation) {
        List<ModuleBundle> bundles = feature.getBundles().stream()
                .map(BundleInfo::getLocation)
                .map(byLocation::get)
                .filter(bundle -> bundle != null)
                .map(BundleView::of)
                .toList();
        boolean running = bundles.stream().allMatch(BundleView::isWell);
        String description = feature.getDescription() == null ? "" : feature.getDescription();
        return new Module(
                feature.getName(),
                description.isEmpty() ? feature.getName() : description,
                "",
                feature.getVersion(),
                feature.getName().startsWith(OURS) ? "EinsNull" : "Apache Karaf",
                feature.getName().startsWith(OURS) ? "EUPL-1.2" : "Apache-2.0",
                Module.Origin.PLATFORM,
                running ? Module.State.RUNNING : Module.State.FAILED,
                "",
                bundles,
                Optional.empty());
    }
}
