package de.einsnull.modules.core.deploy;

import static de.einsnull.modules.core.Findings.refused;

import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.Operation;
import de.einsnull.modules.api.Plan;
import de.einsnull.modules.api.Staged;
import de.einsnull.modules.core.archive.Digests;
import de.einsnull.modules.core.archive.Versions;
import de.einsnull.modules.core.install.Installer;
import de.einsnull.modules.core.state.InstalledModule;
import de.einsnull.modules.core.state.ModuleStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installs, updates and removes by files. Used by the thread that watches the folder. */
public final class FileInstaller {

    /** Who did it, in the history. */
    public static final String ACTOR = "deploy";

    private static final Logger LOG = LoggerFactory.getLogger(FileInstaller.class);
    private static final String SOURCE = "deploy:";
    private static final long LOOK_MILLIS = 20;

    /** Reasons that may vanish when another module comes. */
    private static final Set<String> MAY_CHANGE =
            Set.of("missing-package", "missing-capability", "missing-feature", "not-healthy", "failed");

    private final Installer installer;
    private final ModuleStore store;
    private final Set<Path> waiting = new HashSet<>();
    private final Semaphore never = new Semaphore(0);

    /** What became of a file. */
    enum Result {
        /** It was installed or updated. */
        CHANGED,
        /** Nothing was to do. */
        UNCHANGED,
        /** It was not installed; a text beside it says why. */
        REFUSED
    }

    public FileInstaller(Installer installer, ModuleStore store) {
        this.installer = installer;
        this.store = store;
    }

    /** Name of the file that a module came from, empty if it did not come from the folder. */
    public static String fileOf(InstalledModule module) {
        return module.source().startsWith(SOURCE) ? module.source().substring(SOURCE.length()) : "";
    }

    /**
     * Deletes the file of a module that people removed by other means: else the module would come back at the next start.
     * A file with other content is a new wish and stays.
     *
     * @param folder the watched folder
     * @param module the module as it was
     */
    public static void forget(Path folder, InstalledModule module) {
        String name = fileOf(module);
        if (name.isEmpty()) {
            return;
        }
        try {
            Path file = folder.resolve(name);
            if (Files.exists(file) && Digests.sha256(file).equals(module.archive())) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("{} of the removed module {} could not be deleted; delete it by hand", name, module.name(), e);
        }
    }

    /** Files that were refused for something that another module may bring. */
    Set<Path> waiting() {
        return Set.copyOf(waiting);
    }

    Result install(Path file) throws IOException, InterruptedException {
        String digest = Digests.sha256(file);
        String source = SOURCE + file.getFileName();
        boolean same = store.state().modules().stream()
                .anyMatch(module ->
                        module.source().equals(source) && module.archive().equals(digest));
        if (same || (Refusal.isFor(file, digest) && !waiting.remove(file))) {
            return Result.UNCHANGED;
        }
        List<Finding> obstacles = tryToInstall(file, source);
        waiting.remove(file);
        if (obstacles.isEmpty()) {
            Refusal.remove(file);
            return Result.CHANGED;
        }
        Refusal.write(file, digest, obstacles);
        LOG.warn("{} is not installed: {}", file.getFileName(), obstacles.get(0).english());
        if (obstacles.stream().anyMatch(finding -> MAY_CHANGE.contains(finding.code()))) {
            waiting.add(file);
        }
        return Result.REFUSED;
    }

    private List<Finding> tryToInstall(Path file, String source) throws IOException, InterruptedException {
        Staged staged;
        try (InputStream content = Files.newInputStream(file)) {
            staged = installer.stage(content, file.getFileName().toString(), source);
        }
        if (!staged.isAcceptable()) {
            return obstacles(staged.findings());
        }
        Optional<InstalledModule> before = store.state().module(staged.module().name());
        if (before.isPresent()
                && isLeftOver(before.get(), source, staged.module().version())) {
            return List.of(leftOver(before.get()));
        }
        var action = before.isPresent() ? Change.Action.UPDATE : Change.Action.INSTALL;
        return carryOut(new Change(action, staged.id()));
    }

    /** Another file may take a module over only with a newer version: otherwise old and new file would fight at each start. */
    private static boolean isLeftOver(InstalledModule before, String source, String version) {
        return !before.source().equals(source) && Versions.of(version).compareTo(Versions.of(before.version())) <= 0;
    }

    private static Finding leftOver(InstalledModule before) {
        return refused("not-newer", before.name(), before.version(), before.source());
    }

    /** Removes a module whose file is gone. */
    void remove(String module) throws InterruptedException {
        for (Finding obstacle : carryOut(new Change(Change.Action.REMOVE, module))) {
            LOG.warn("Module {} is not removed: {}", module, obstacle.english());
        }
    }

    private List<Finding> carryOut(Change change) throws InterruptedException {
        Plan plan = installer.preview(change);
        if (!plan.isAllowed()) {
            return obstacles(plan.findings());
        }
        Operation operation = installer.apply(change, ACTOR);
        while (operation.outcome().isEmpty()) {
            if (never.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Nobody releases this");
            }
            operation = installer.operation(operation.id()).orElseThrow();
        }
        return operation.reason().map(List::of).orElse(List.of());
    }

    private static List<Finding> obstacles(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.level() == Finding.Level.REFUSED)
                .toList();
    }
}
