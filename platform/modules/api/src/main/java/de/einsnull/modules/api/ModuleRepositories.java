package de.einsnull.modules.api;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Places that modules can be installed from. Thread-safe. */
@ProviderType
public interface ModuleRepositories {

    /**
     * The places in the order in which they are asked.
     *
     * @return addresses of features files, and the folder for archives
     */
    List<Repository> repositories();

    /**
     * Adds a place and reads it.
     *
     * @param address a features file ({@code file:}, {@code https:} or {@code mvn:}) or a folder ({@code file:}) with KARs
     *     and bundles
     * @param actor account that asks for it
     * @return what was read
     * @throws IOException when it cannot be read or is not a repository; it is not added then
     */
    Repository add(URI address, String actor) throws IOException;

    /**
     * Forgets a place. What was installed from it stays.
     *
     * @param address its address
     * @param actor account that asks for it
     */
    void remove(URI address, String actor);

    /** Reads all places again. What cannot be read keeps what it had, and says so. */
    void refresh();

    /**
     * One place.
     *
     * @param address where it is
     * @param modules how many modules it offers
     * @param error why it could not be read the last time, empty if it could
     * @param fixed true if it belongs to the platform and cannot be removed
     */
    record Repository(URI address, int modules, String error, boolean fixed) {}
}
