package de.einsnull.modules.core.install;

import de.einsnull.modules.api.Staged;
import de.einsnull.modules.core.archive.ModuleArchive;
import de.einsnull.modules.core.inspect.Inspected;
import de.einsnull.modules.core.state.KnownCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What was handed in and not installed yet. Kept for an hour, on the disk and in memory. Thread-safe. */
public final class Staging {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 100;
    private static final int BUFFER_BYTES = 1 << 16;

    /**
     * One archive.
     *
     * @param staged what people see of it
     * @param archive the module in it
     * @param certificates of who signed it
     * @param folder where its files lie
     * @param source where it came from
     * @param at when it came
     */
    public record Entry(
            Staged staged,
            ModuleArchive archive,
            List<KnownCertificate> certificates,
            Path folder,
            String source,
            Instant at) {}

    private final Path root;
    private final Clock clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** Begins empty: what lay there before a restart is gone. */
    public Staging(Path root, Clock clock) throws IOException {
        this.root = root;
        this.clock = clock;
        delete(root);
        Files.createDirectories(root);
    }

    /** A folder for one archive, with a new id as its name. */
    Path newFolder() throws IOException {
        forgetOld();
        return Files.createDirectory(root.resolve(UUID.randomUUID().toString()));
    }

    /**
     * Copies what a sender sends.
     *
     * @param limit largest number of bytes
     * @return whether it was within the limit
     */
    static boolean copy(InputStream from, Path to, long limit) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            long size = 0;
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                size += read;
                if (size > limit) {
                    return false;
                }
                out.write(buffer, 0, read);
            }
            return true;
        }
    }

    /** Keeps an archive in which a module was found. */
    void add(Staged staged, Inspected inspected, Path folder, String source) {
        ModuleArchive archive = inspected.archive().orElseThrow();
        entries.put(staged.id(), new Entry(staged, archive, inspected.certificates(), folder, source, clock.instant()));
    }

    Optional<Entry> entry(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** Forgets one; its files are deleted. */
    void forget(String id) throws IOException {
        Entry entry = entries.remove(id);
        if (entry != null) {
            delete(entry.folder());
        }
    }

    private void forgetOld() throws IOException {
        Instant limit = clock.instant().minus(KEPT);
        for (Entry entry : entries.values()) {
            if (entry.at().isBefore(limit)) {
                forget(entry.staged().id());
            }
        }
        while (entries.size() >= MOST) {
            Optional<Entry> oldest = entries.values().stream().min(Comparator.comparing(Entry::at));
            if (oldest.isPresent()) {
                forget(oldest.get().staged().id());
            }
        }
    }

    static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
