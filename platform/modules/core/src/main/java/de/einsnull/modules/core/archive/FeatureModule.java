package de.einsnull.modules.core.archive;

import static de.einsnull.modules.core.Findings.refused;
import static de.einsnull.modules.core.Findings.warning;

import de.einsnull.modules.core.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import org.osgi.framework.Constants;

/** Makes a module of a feature: all bundles of the feature and of those it needs, flat. */
public final class FeatureModule {

    private final FeaturesFile file;
    private final BundleSource source;
    private final Predicate<String> installed;
    private final Findings findings;

    /**
     * @param file where the feature is
     * @param source where its bundles are
     * @param installed whether the platform has a feature of that name
     * @param findings what speaks against it is added here
     */
    public FeatureModule(FeaturesFile file, BundleSource source, Predicate<String> installed, Findings findings) {
        this.file = file;
        this.source = source;
        this.installed = installed;
        this.findings = findings;
    }

    /**
     * Fetches the bundles.
     *
     * @param root the feature
     * @param sha256 digest of what it comes from
     * @param folder where copies may be put
     */
    public ModuleArchive read(FeaturesFile.Feature root, String sha256, Path folder) throws IOException {
        var locations = new LinkedHashSet<String>();
        for (FeaturesFile.Feature feature : file.closure(root)) {
            if (feature.equals(root) || !installed.test(feature.name())) {
                locations.addAll(feature.bundles());
                checkNeeds(feature);
            }
        }
        var bundles = new ArrayList<BundleFile>();
        for (String location : locations) {
            var found = source.fetch(location, folder);
            if (found.isPresent()) {
                bundles.add(BundleReader.read(found.get()));
            } else {
                findings.add(refused("missing-bundle", location));
            }
        }
        return describe(root, sha256, bundles);
    }

    private void checkNeeds(FeaturesFile.Feature feature) {
        for (String need : feature.needs()) {
            if (file.feature(need).isEmpty() && !installed.test(need)) {
                findings.add(refused("missing-feature", need, feature.name()));
            }
        }
        if (!feature.ignored().isEmpty()) {
            findings.add(warning("feature-elements-ignored", feature.name(), String.join(", ", feature.ignored())));
        }
    }

    private static ModuleArchive describe(FeaturesFile.Feature root, String sha256, List<BundleFile> bundles) {
        String provider = "";
        String licence = "";
        for (BundleFile bundle : bundles) {
            provider =
                    provider.isEmpty() ? bundle.header(Constants.BUNDLE_VENDOR).orElse("") : provider;
            licence = licence.isEmpty() ? bundle.header("Bundle-License").orElse("") : licence;
        }
        String title = root.description().isEmpty() ? root.name() : root.description();
        return new ModuleArchive(
                root.name(), root.version(), title, "", provider, licence, sha256, List.copyOf(bundles));
    }
}
