package de.einsnull.modules.core.repositories;

import de.einsnull.modules.core.Findings;
import de.einsnull.modules.core.archive.BundleSource;
import de.einsnull.modules.core.archive.Digests;
import de.einsnull.modules.core.archive.FeatureModule;
import de.einsnull.modules.core.archive.FeaturesFile;
import de.einsnull.modules.core.archive.ModuleArchive;
import de.einsnull.modules.core.inspect.Inspected;
import de.einsnull.modules.core.inspect.Inspector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A features file. Its bundles are looked for in the Maven repository that it lies in, then in the distribution. */
final class FeaturesPlace implements Place {

    private final URI address;
    private final Fetcher fetcher;
    private final Inspector inspector;
    private final Predicate<String> installed;

    FeaturesPlace(URI address, Fetcher fetcher, Inspector inspector, Predicate<String> installed) {
        this.address = address;
        this.fetcher = fetcher;
        this.inspector = inspector;
        this.installed = installed;
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public boolean fixed() {
        return false;
    }

    @Override
    public List<Offer> read() throws IOException {
        return file().roots().stream()
                .map(feature -> new Offer(
                        feature.name(),
                        feature.version(),
                        feature.description().isEmpty() ? feature.name() : feature.description(),
                        "",
                        "",
                        address,
                        ""))
                .toList();
    }

    private FeaturesFile file() throws IOException {
        return FeaturesFile.read(new ByteArrayInputStream(fetcher.features(address)));
    }

    @Override
    public Inspected fetch(Offer offer, Path folder) throws IOException {
        FeaturesFile file = file();
        FeaturesFile.Feature root = file.feature(offer.name())
                .filter(feature -> feature.version().equals(offer.version()))
                .orElseThrow(
                        () -> new IOException(address + " has no feature " + offer.name() + " " + offer.version()));
        var findings = new Findings();
        BundleSource bundles = (location, target) -> fetcher.bundle(address, location, target);
        ModuleArchive module = new FeatureModule(file, bundles, installed, findings).read(root, digest(offer), folder);
        return inspector.inspectFeature(module, false, findings);
    }

    private String digest(Offer offer) throws IOException {
        String name = address + " " + offer.name() + " " + offer.version();
        return Digests.sha256(new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)));
    }
}
