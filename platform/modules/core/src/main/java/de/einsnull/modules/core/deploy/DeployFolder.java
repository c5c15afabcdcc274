package de.einsnull.modules.core.deploy;

import de.einsnull.modules.core.state.InstalledModule;
import de.einsnull.modules.core.state.ModuleStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a folder. A file is looked at when it was the same at two looks in a row, a module is removed when its file was
 * absent at two looks in a row: so neither a copy that is under way nor a replacement by "delete, then copy" does harm.
 */
public final class DeployFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);

    private final Path folder;
    private final Duration pause;
    private final ModuleStore store;
    private final FileInstaller files;
    private final Semaphore closed = new Semaphore(0);
    private final Map<Path, Stamp> seen = new HashMap<>();
    private final Map<Path, Stamp> done = new HashMap<>();
    private final Set<Path> again = new HashSet<>();
    private Set<String> absent = new HashSet<>();
    private Thread thread;

    /** How a file looks from outside. */
    private record Stamp(long size, FileTime changed, Object key, boolean refused) {

        /** As it was when it was handled, so that a replacement in the meantime is noticed. */
        Stamp handled(Path file) {
            return new Stamp(size, changed, key, Files.exists(Refusal.beside(file)));
        }
    }

    /**
     * @param folder the folder, created if it is not there
     * @param pause time between two looks
     * @param store knows which module came from which file
     * @param files does the work
     */
    public DeployFolder(Path folder, Duration pause, ModuleStore store, FileInstaller files) {
        this.folder = folder;
        this.pause = pause;
        this.store = store;
        this.files = files;
    }

    /** Begins to watch, in a thread of its own. */
    public void open() {
        thread = new Thread(this::watch, "modules deploy");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the watch; an operation that it waits for goes on. */
    public void close() throws InterruptedException {
        closed.release();
        if (thread != null) {
            thread.interrupt();
            thread.join(pause.toMillis() * 10);
        }
    }

    private void watch() {
        try {
            Files.createDirectories(folder);
            do {
                try {
                    look();
                } catch (IOException | UncheckedIOException e) {
                    LOG.warn("The folder {} could not be looked at", folder, e);
                } catch (RuntimeException e) {
                    LOG.error("A file in {} could not be handled", folder, e);
                }
            } while (!closed.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.error("The folder {} cannot be made", folder, e);
        }
    }

    private void look() throws IOException, InterruptedException {
        Map<Path, Stamp> now = list();
        removeWhatIsGone(now.keySet());
        for (Map.Entry<Path, Stamp> entry : now.entrySet()) {
            Path file = entry.getKey();
            Stamp stamp = entry.getValue();
            boolean stable = stamp.equals(seen.get(file));
            if (stable && (!stamp.equals(done.get(file)) || again.remove(file))) {
                handle(file, stamp);
            }
        }
        seen.clear();
        seen.putAll(now);
        done.keySet().retainAll(now.keySet());
        again.retainAll(now.keySet());
    }

    private void handle(Path file, Stamp stamp) throws IOException, InterruptedException {
        try {
            FileInstaller.Result result = files.install(file);
            if (result == FileInstaller.Result.CHANGED) {
                // Somebody may have waited for what came just now.
                again.addAll(files.waiting());
            }
            done.put(file, stamp.handled(file));
        } catch (NoSuchFileException e) {
            LOG.debug("{} went while it was looked at", file, e);
        } catch (RuntimeException e) {
            LOG.error("{} could not be handled; it is tried again when it changes", file, e);
            done.put(file, stamp.handled(file));
        }
    }

    private void removeWhatIsGone(Set<Path> there) throws IOException, InterruptedException {
        Set<String> names = new HashSet<>();
        there.forEach(file -> names.add(file.getFileName().toString()));
        Set<String> nowAbsent = new HashSet<>();
        for (InstalledModule module : store.state().modules()) {
            String file = FileInstaller.fileOf(module);
            if (!file.isEmpty() && !names.contains(file)) {
                nowAbsent.add(module.name());
                if (absent.contains(module.name())) {
                    files.remove(module.name());
                }
            }
        }
        absent = nowAbsent;
        Refusal.removeOrphans(folder, names);
    }

    private Map<Path, Stamp> list() throws IOException {
        var found = new TreeMap<Path, Stamp>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(DeployFolder::isArchive).toList()) {
                try {
                    found.put(file, stamp(file));
                } catch (NoSuchFileException e) {
                    LOG.debug("{} went while the folder was listed", file, e);
                }
            }
        }
        return found;
    }

    private static boolean isArchive(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".jar") || name.endsWith(".kar")) && Files.isRegularFile(file);
    }

    private static Stamp stamp(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(
                attributes.size(),
                attributes.lastModifiedTime(),
                attributes.fileKey(),
                Files.exists(Refusal.beside(file)));
    }
}
