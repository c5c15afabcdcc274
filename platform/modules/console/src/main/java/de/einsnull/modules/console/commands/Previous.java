package de.einsnull.modules.console.commands;

import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.ModuleCatalogue;
import de.einsnull.modules.api.ModuleInstaller;
import de.einsnull.modules.api.Operation.Outcome;
import de.einsnull.modules.api.Staged;
import java.io.IOException;
import java.util.Optional;

/** The version that ran before the present one. */
final class Previous {

    private static final int MOST = 500;

    private final ModuleCatalogue catalogue;

    Previous(ModuleCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The version before, as the history has it. */
    String version(Module module) throws CommandFailed {
        return catalogue.history(Optional.of(module.name()), MOST).stream()
                .filter(entry -> entry.action() == Action.UPDATE && entry.outcome() == Outcome.SUCCEEDED)
                .filter(entry -> entry.toVersion().equals(module.version()))
                .map(HistoryEntry::fromVersion)
                .findFirst()
                .orElseThrow(() -> new CommandFailed(
                        "The history knows no version before " + module.name() + " " + module.version() + "."));
    }

    /** Fetches the version before. */
    Staged stage(Module module, ModuleInstaller installer) throws CommandFailed {
        String version = version(module);
        try {
            return installer.stage(module.name(), version);
        } catch (IOException e) {
            throw new CommandFailed("The version before was " + version + ", but no repository has it. Give its file to"
                    + " einsnull:modules-update. (" + e.getMessage() + ")");
        }
    }
}
