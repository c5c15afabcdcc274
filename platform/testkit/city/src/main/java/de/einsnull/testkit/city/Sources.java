package de.einsnull.testkit.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The files that a module is built from: {@code src/}, {@code pom.xml} and {@code bnd.bnd}. Not thread-safe. */
final class Sources {

    private static final long PAUSE_NANOS = Duration.ofMillis(300).toNanos();

    private final Path project;
    private Map<Path, FileTime> seen;

    Sources(Path project) throws IOException {
        this.project = project;
        this.seen = look();
    }

    /** Returns when something differs from the last time, and nothing has changed for a moment. */
    void awaitChange() throws IOException {
        while (!changed()) {
            pause();
        }
        do {
            pause();
        } while (changed());
    }

    /** Whether something was changed, added or taken away since the last look. */
    boolean changed() throws IOException {
        Map<Path, FileTime> now = look();
        boolean changed = !now.equals(seen);
        seen = now;
        return changed;
    }

    private Map<Path, FileTime> look() throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        for (String name : new String[] {"src", "pom.xml", "bnd.bnd"}) {
            Path root = project.resolve(name);
            if (Files.exists(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        times.put(file, Files.getLastModifiedTime(file));
                    }
                }
            }
        }
        return times;
    }

    private static void pause() {
        LockSupport.parkNanos(PAUSE_NANOS);
    }
}
