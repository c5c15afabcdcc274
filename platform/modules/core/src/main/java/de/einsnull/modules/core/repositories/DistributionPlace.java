package de.einsnull.modules.core.repositories;

import de.einsnull.modules.core.Findings;
import de.einsnull.modules.core.archive.FeatureModule;
import de.einsnull.modules.core.archive.FeaturesFile;
import de.einsnull.modules.core.catalogue.PlatformFeatures;
import de.einsnull.modules.core.inspect.Inspected;
import de.einsnull.modules.core.inspect.Inspector;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;

/** The features that the distribution brings but has not installed. They came with the platform and need no signature. */
public final class DistributionPlace implements Place {

    private static final URI ADDRESS = URI.create("einsnull:distribution");

    private final PlatformFeatures features;
    private final Inspector inspector;
    private final MavenFiles system;

    /**
     * @param features knows what is installed and what is not
     * @param inspector looks at what is fetched
     * @param system the folder {@code system/}
     */
    public DistributionPlace(PlatformFeatures features, Inspector inspector, MavenFiles system) {
        this.features = features;
        this.inspector = inspector;
        this.system = system;
    }

    @Override
    public URI address() {
        return ADDRESS;
    }

    @Override
    public boolean fixed() {
        return true;
    }

    @Override
    public List<Offer> read() {
        return features.optional().stream()
                .map(feature -> new Offer(
                        feature.getName(),
                        feature.getVersion(),
                        feature.getDescription() == null ? feature.getName() : feature.getDescription(),
                        "EinsNull",
                        "EUPL-1.2",
                        ADDRESS,
                        ""))
                .toList();
    }

    @Override
    public Inspected fetch(Offer offer, Path folder) throws IOException {
        List<FeaturesFile.Feature> all =
                features.optional().stream().map(DistributionPlace::feature).toList();
        var file = new FeaturesFile("distribution", all);
        FeaturesFile.Feature root = file.feature(offer.name())
                .orElseThrow(() -> new IOException("The distribution has no feature " + offer.name()));
        var findings = new Findings();
        var module = new FeatureModule(file, system, features::isInstalled, findings)
                .read(root, offer.name() + " " + offer.version(), folder);
        return inspector.inspectFeature(module, true, findings);
    }

    private static FeaturesFile.Feature feature(Feature feature) {
        return new FeaturesFile.Feature(
                feature.getName(),
                feature.getVersion(),
                feature.getDescription() == null ? "" : feature.getDescription(),
                feature.getBundles().stream().map(BundleInfo::getLocation).toList(),
                feature.getDependencies().stream().map(Dependency::getName).toList(),
                Set.of());
    }
}
