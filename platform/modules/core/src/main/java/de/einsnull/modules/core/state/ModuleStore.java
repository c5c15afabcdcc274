package de.einsnull.modules.core.state;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.einsnull.modules.core.archive.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps the state and the archives. Thread-safe; the state is read from memory. */
public final class ModuleStore {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path stateFile;
    private final Path archives;
    private State state;

    /**
     * Opens the store.
     *
     * @param folder where it lies; created if it is not there
     * @throws IOException if it cannot be read: then nothing may be changed, for what is installed is not known
     */
    public ModuleStore(Path folder) throws IOException {
        stateFile = folder.resolve("state.json");
        archives = Files.createDirectories(folder.resolve("archives"));
        state = Files.exists(stateFile) ? JSON.readValue(stateFile.toFile(), State.class) : State.EMPTY;
        if (state.format() > State.FORMAT) {
            throw new IOException(stateFile + " was written by a newer platform");
        }
    }

    public synchronized State state() {
        return state;
    }

    /**
     * Changes the state. When this returns, the change is on the disk.
     *
     * @throws IOException if it cannot be written; nothing has changed then
     */
    public synchronized State change(UnaryOperator<State> change) throws IOException {
        State next = change.apply(state);
        SafeFiles.replace(stateFile, JSON.writeValueAsBytes(next));
        state = next;
        return next;
    }

    /** Takes a file over into the archives, unless it is there already, undamaged. The file is gone afterwards. */
    public void keep(Path file, String sha256) throws IOException {
        Path kept = archive(sha256);
        if (Files.exists(kept) && Digests.sha256(kept).equals(sha256)) {
            Files.deleteIfExists(file);
        } else {
            SafeFiles.adopt(file, kept);
        }
    }

    /** Where an archive lies. */
    public Path archive(String sha256) {
        return archives.resolve(sha256);
    }

    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(archive(sha256));
    }

    /** Deletes archives that no installed module uses. Called when nothing is being tried. */
    public void prune() throws IOException {
        Set<String> used = state().modules().stream()
                .flatMap(module -> module.bundles().stream())
                .map(InstalledBundle::sha256)
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(archives)) {
            for (Path file : files.filter(
                            file -> !used.contains(file.getFileName().toString()))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
