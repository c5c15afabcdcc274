package de.einsnull.modules.core.install;

import de.einsnull.modules.core.inspect.Inspected;
import java.io.IOException;
import java.nio.file.Path;

/** Modules that repositories offer. */
@FunctionalInterface
public interface Offers {

    /**
     * Fetches one and looks at it.
     *
     * @param name name of the module
     * @param version its version
     * @param folder where its files may be put
     * @throws IOException if it cannot be read or there is none
     */
    Fetched fetch(String name, String version, Path folder) throws IOException;

    /**
     * What was fetched.
     *
     * @param inspected what was found
     * @param source where it came from
     */
    record Fetched(Inspected inspected, String source) {}
}
