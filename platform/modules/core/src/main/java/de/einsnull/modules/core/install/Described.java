package de.einsnull.modules.core.install;

import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.ModuleBundle;
import de.einsnull.modules.core.archive.ModuleArchive;
import de.einsnull.modules.core.inspect.Inspected;
import java.util.List;
import java.util.Optional;

/** Describes an archive as a module that could be installed. */
public final class Described {

    private Described() {}

    static Module of(Inspected inspected, String fileName) {
        return inspected
                .archive()
                .map(archive -> of(archive, inspected.signer()))
                .orElseGet(() -> new Module(
                        "",
                        fileName,
                        "",
                        "",
                        "",
                        "",
                        Module.Origin.AVAILABLE,
                        Module.State.AVAILABLE,
                        inspected.signer(),
                        List.of(),
                        Optional.empty()));
    }

    private static Module of(ModuleArchive archive, String signer) {
        return new Module(
                archive.name(),
                archive.title(),
                archive.description(),
                archive.version(),
                archive.provider(),
                archive.licence(),
                Module.Origin.AVAILABLE,
                Module.State.AVAILABLE,
                signer,
                archive.bundles().stream()
                        .map(bundle -> new ModuleBundle(
                                bundle.symbolicName(), bundle.version().toString(), -1, ""))
                        .toList(),
                Optional.empty());
    }
}
