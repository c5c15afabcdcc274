package de.einsnull.modules.core.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the bundles that a features file names can be had. */
@FunctionalInterface
public interface BundleSource {

    /**
     * Fetches one.
     *
     * @param location as it stands in the features file
     * @param folder where a copy may be put
     * @return the file, empty if it is not there
     * @throws IOException if it cannot be read
     */
    Optional<Path> fetch(String location, Path folder) throws IOException;
}
