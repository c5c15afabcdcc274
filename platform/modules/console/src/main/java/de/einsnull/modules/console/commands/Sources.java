package de.einsnull.modules.console.commands;

import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.ModuleCatalogue;
import de.einsnull.modules.api.ModuleInstaller;
import de.einsnull.modules.api.Staged;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.karaf.shell.api.console.Session;

/** Takes in what a person names: a file, {@code name@version}, or the newest version of a name. */
final class Sources {

    private final ModuleCatalogue catalogue;
    private final ModuleInstaller installer;
    private final Session session;

    Sources(ModuleCatalogue catalogue, ModuleInstaller installer, Session session) {
        this.catalogue = catalogue;
        this.installer = installer;
        this.session = session;
    }

    /**
     * Takes it in and says what was found.
     *
     * @param what a file on the machine of the platform, {@code stdin} for what is sent to the command, or what a repository
     *     offers
     * @return what may be installed
     */
    Staged stage(String what) throws IOException, CommandFailed {
        return accept(take(what));
    }

    /** Says what was found, and goes on only with what may be installed. */
    Staged accept(Staged staged) throws CommandFailed {
        PlanTables.findings(staged.findings(), session.getConsole());
        if (!staged.isAcceptable()) {
            throw new CommandFailed("Refused. Nothing was changed.");
        }
        return staged;
    }

    private Staged take(String what) throws IOException, CommandFailed {
        if (what.equals("stdin")) {
            return installer.stage(session.getKeyboard(), "the archive that was sent");
        }
        Path file = file(what);
        if (Files.isRegularFile(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                return installer.stage(in, file.getFileName().toString());
            }
        }
        if (what.matches("(?i).*\\.(jar|kar)")) {
            throw new CommandFailed("There is no file " + file + " on the machine of the platform.");
        }
        int split = what.lastIndexOf('@');
        return split < 0
                ? installer.stage(what, newest(what))
                : installer.stage(what.substring(0, split), what.substring(split + 1));
    }

    private Path file(String what) throws CommandFailed {
        try {
            return session.currentDir().resolve(what);
        } catch (InvalidPathException e) {
            throw new CommandFailed(what + " is neither a file nor the name of a module.");
        }
    }

    private String newest(String name) throws CommandFailed {
        Module module = catalogue
                .module(name)
                .orElseThrow(() -> new CommandFailed("There is neither a file nor a module " + name + "."));
        return module.update().orElse(module.version());
    }
}
