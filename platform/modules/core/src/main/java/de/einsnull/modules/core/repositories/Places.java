package de.einsnull.modules.core.repositories;

import de.einsnull.modules.core.catalogue.PlatformFeatures;
import de.einsnull.modules.core.inspect.Inspector;
import de.einsnull.modules.core.state.ModuleStore;
import java.net.URI;
import java.nio.file.Path;

/** Opens places: a folder if the address is one of a folder, else a features file. */
public final class Places {

    private final Inspector inspector;
    private final PlatformFeatures features;
    private final MavenFiles system;
    private final Path scratch;
    private final Fetcher fetcher;

    /**
     * @param inspector looks at what is fetched
     * @param features knows what the platform has
     * @param system the folder {@code system/} of the distribution
     * @param scratch folder for files that are looked at
     * @param largestArchive bytes
     */
    public Places(
            Inspector inspector, PlatformFeatures features, MavenFiles system, Path scratch, long largestArchive) {
        this.inspector = inspector;
        this.features = features;
        this.system = system;
        this.scratch = scratch;
        this.fetcher = new Fetcher(system, largestArchive);
    }

    private Place open(URI address) {
        return FolderPlace.folder(address).isPresent()
                ? new FolderPlace(address, inspector, scratch)
                : new FeaturesPlace(address, fetcher, inspector, features::isInstalled);
    }

    /** The places that the state names, and the distribution. */
    public Repositories repositories(ModuleStore store, Repositories.Trail trail) {
        return new Repositories(store, new DistributionPlace(features, inspector, system), this::open, trail);
    }
}
