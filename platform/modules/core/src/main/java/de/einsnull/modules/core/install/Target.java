package de.einsnull.modules.core.install;

import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.Change;
import de.einsnull.modules.core.archive.ModuleArchive;
import de.einsnull.modules.core.state.InstalledBundle;
import de.einsnull.modules.core.state.InstalledModule;
import java.util.Optional;

/**
 * What a change is about.
 *
 * @param change the change
 * @param name name of the module
 * @param before the module as it is installed
 * @param staged the archive that would be installed
 */
record Target(Change change, String name, Optional<InstalledModule> before, Optional<Staging.Entry> staged) {

    Optional<ModuleArchive> archive() {
        return staged.map(Staging.Entry::archive);
    }

    String fromVersion() {
        return before.map(InstalledModule::version).orElse("");
    }

    String toVersion() {
        return switch (change.action()) {
            case REMOVE -> "";
            case STOP, START -> fromVersion();
            default -> archive().map(ModuleArchive::version).orElse("");
        };
    }

    /** How the module shall be, empty if it shall be gone. */
    Optional<InstalledModule> after() {
        return switch (change.action()) {
            case REMOVE -> Optional.empty();
            case STOP -> before.map(InstalledModule::stoppedByPeople);
            case START -> before.map(InstalledModule::started);
            default -> staged.map(entry ->
                    installed(entry, before.map(InstalledModule::stopped).orElse(false)));
        };
    }

    /** A module that city IT stopped stays stopped when it is updated. */
    private static InstalledModule installed(Staging.Entry entry, boolean stopped) {
        ModuleArchive archive = entry.archive();
        return new InstalledModule(
                archive.name(),
                archive.version(),
                archive.title(),
                archive.description(),
                archive.provider(),
                archive.licence(),
                entry.staged().module().signer(),
                archive.sha256(),
                entry.source(),
                stopped,
                "",
                Sentence.NONE,
                archive.bundles().stream()
                        .map(bundle -> new InstalledBundle(
                                bundle.symbolicName(), bundle.version().toString(), bundle.sha256()))
                        .toList(),
                entry.certificates());
    }
}
