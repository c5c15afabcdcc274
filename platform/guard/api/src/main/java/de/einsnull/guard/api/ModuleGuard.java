package de.einsnull.guard.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.BundleException;

/**
 * Keeps account of harm that modules do. A host (portal, REST, bus ...) keeps the harm of one call away from others
 * itself and reports it here; after too much of it within a while the module is stopped and stays so, also after a restart
 * of the platform, until somebody starts it again. Thread-safe.
 *
 * <p>Bundles of the platform itself are never stopped, only reported.
 */
@ProviderType
public interface ModuleGuard {

    /**
     * Reports harm. Returns at once and never throws; call it only when something went wrong.
     *
     * @param bundleId id of the bundle that did it; one that is not installed is ignored
     * @param kind what it did
     * @param where what was called, for people: {@code page /parken}, {@code GET /api/parking/bays}; no personal data
     * @param cause what it threw, null if it threw nothing
     */
    void strike(long bundleId, Kind kind, String where, Throwable cause);

    /**
     * Whether a bundle belongs to the platform itself and is never stopped.
     *
     * @param bundleId id of the bundle
     * @return false for what was installed into the running platform, and for an id that nobody has
     */
    boolean isPlatform(long bundleId);

    /**
     * All bundles in quarantine.
     *
     * @return the newest first
     */
    List<Quarantine> quarantined();

    /**
     * Whether and why a bundle is in quarantine.
     *
     * @param bundleId id of the bundle
     * @return empty if it is not
     */
    default Optional<Quarantine> quarantine(long bundleId) {
        return quarantined().stream().filter(one -> one.bundleId() == bundleId).findFirst();
    }

    /**
     * Forgets the harm a bundle did and starts it, also after a restart of the platform. Waits until it runs, no longer
     * than a start may take. One that is not in quarantine is just started.
     *
     * @param bundleId id of the bundle
     * @param actor account that asks for it
     * @throws BundleException if it cannot be started: the message says why; it is then stopped, and in quarantine again
     *     only if it hung
     * @throws java.util.NoSuchElementException if there is no such bundle
     */
    void release(long bundleId, String actor) throws BundleException;

    /**
     * The harm that was reported lately, of all bundles.
     *
     * @return one entry for each bundle and kind, those with the most strikes first
     */
    List<Account> accounts();

    /**
     * Harm of one kind that one bundle did.
     *
     * @param bundleId id of the bundle
     * @param symbolicName its name
     * @param kind what it did
     * @param strikes how often within the window
     * @param limit after how many it is stopped; 0 if it never is
     * @param where what was called the last time
     */
    record Account(long bundleId, String symbolicName, Kind kind, int strikes, int limit, String where) {}
}
