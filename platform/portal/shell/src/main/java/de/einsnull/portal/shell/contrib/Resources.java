package de.einsnull.portal.shell.contrib;

import java.net.URL;
import java.util.List;
import java.util.Optional;

/** The files that a bundle brings. */
public interface Resources {

    /** Symbolic name of the bundle, part of the addresses of its assets. */
    String owner();

    /** Id of the bundle, by which its harm is counted; -1 for none. */
    default long bundleId() {
        return -1;
    }

    /** A file by its path in the bundle. */
    Optional<URL> find(String path);

    /** Paths of all files below a folder, sorted. */
    List<String> list(String folder);
}
