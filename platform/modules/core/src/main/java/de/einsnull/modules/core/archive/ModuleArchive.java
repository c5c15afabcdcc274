package de.einsnull.modules.core.archive;

import java.util.List;
import org.osgi.framework.Constants;

/**
 * A module as it was handed in.
 *
 * @param name symbolic name of the single bundle, or name of the feature
 * @param version its version
 * @param title how it calls itself
 * @param description one sentence, may be empty
 * @param provider who made it, may be empty
 * @param licence its licence, may be empty
 * @param sha256 digest of the whole archive
 * @param bundles its bundles, in the order in which they are started
 */
public record ModuleArchive(
        String name,
        String version,
        String title,
        String description,
        String provider,
        String licence,
        String sha256,
        List<BundleFile> bundles) {

    /** A module that is a single bundle. */
    public static ModuleArchive of(BundleFile bundle) {
        return new ModuleArchive(
                bundle.symbolicName(),
                bundle.version().toString(),
                bundle.header(Constants.BUNDLE_NAME).orElse(bundle.symbolicName()),
                bundle.header(Constants.BUNDLE_DESCRIPTION).orElse(""),
                bundle.header(Constants.BUNDLE_VENDOR).orElse(""),
                bundle.header("Bundle-License").orElse(""),
                bundle.sha256(),
                List.of(bundle));
    }

    /** The same module with some of its bundles only: the platform has the others. */
    public ModuleArchive with(List<BundleFile> some) {
        return new ModuleArchive(name, version, title, description, provider, licence, sha256, some);
    }
}
