package de.einsnull.modules.api;

import java.util.List;
import java.util.Optional;

/**
 * Something that city IT installs, updates and removes as one: a single bundle, or all bundles of a KAR or feature.
 *
 * @param name what identifies it: the symbolic name of a single bundle, else the name of the feature
 * @param title how it calls itself
 * @param description one sentence, empty if it says nothing
 * @param version installed version; for one that is only available, the version that would be installed
 * @param provider who made it, empty if it does not say
 * @param licence SPDX identifier or address of the licence, empty if it does not say
 * @param origin where it comes from
 * @param state whether it runs
 * @param signer name of the certificate that signed it, empty if it is not signed
 * @param bundles its bundles
 * @param update a newer version that could be installed
 */
public record Module(
        String name,
        String title,
        String description,
        String version,
        String provider,
        String licence,
        Origin origin,
        State state,
        String signer,
        List<ModuleBundle> bundles,
        Optional<String> update) {

    /** Makes the list unchangeable. */
    public Module {
        bundles = List.copyOf(bundles);
    }

    /**
     * The same module, called differently.
     *
     * @param name its title in another language
     * @return a copy with that title
     */
    public Module titled(String name) {
        return new Module(
                this.name, name, description, version, provider, licence, origin, state, signer, bundles, update);
    }

    /** Where a module comes from, which decides what may be done with it. */
    public enum Origin {
        /** Part of the distribution: updated with the platform, never removed on its own. */
        PLATFORM,
        /** Installed by city IT or a partner: may be updated, stopped and removed. */
        INSTALLED,
        /** Known from a repository or an upload, not installed. */
        AVAILABLE
    }

    /** Whether a module runs. */
    public enum State {
        /** All bundles are active. */
        RUNNING,
        /** Stopped by city IT; stays so after a restart of the platform. */
        STOPPED,
        /** An operation is changing it now. */
        CHANGING,
        /** The platform stopped it because it harmed others or failed too often. */
        QUARANTINED,
        /** Some bundle could not be started. */
        FAILED,
        /** Not installed. */
        AVAILABLE
    }
}
