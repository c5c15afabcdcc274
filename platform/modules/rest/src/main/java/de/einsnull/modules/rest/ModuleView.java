package de.einsnull.modules.rest;

import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.ModuleBundle;
import java.util.List;

/**
 * A module as a client sees it.
 *
 * @param name what identifies it
 * @param title how it calls itself
 * @param description one sentence
 * @param version installed version; of one that is only available, the version that would be installed
 * @param provider who made it
 * @param licence SPDX identifier or address
 * @param origin where it comes from
 * @param state whether it runs
 * @param signer name of the certificate, empty if nobody signed it
 * @param update a newer version that could be installed, missing if there is none
 * @param bundles its bundles
 */
public record ModuleView(
        String name,
        String title,
        String description,
        String version,
        String provider,
        String licence,
        Module.Origin origin,
        Module.State state,
        String signer,
        String update,
        List<ModuleBundle> bundles) {

    static ModuleView of(Module module) {
        return new ModuleView(
                module.name(),
                module.title(),
                module.description(),
                module.version(),
                module.provider(),
                module.licence(),
                module.origin(),
                module.state(),
                module.signer(),
                module.update().orElse(null),
                module.bundles());
    }
}
