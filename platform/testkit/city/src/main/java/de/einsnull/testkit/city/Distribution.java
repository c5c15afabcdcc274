package de.einsnull.testkit.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/** The archive that city IT gets, unpacked once for all tests of a JVM. Nothing in it is ever written to. */
public final class Distribution {

    private static final Path WORK = Path.of(System.getProperty("einsnull.work", "target/work"));
    private static final Path HOME = unpack();

    private Distribution() {}

    /** The unpacked distribution, shared and read-only by agreement. */
    public static Path home() {
        return HOME;
    }

    /** A new empty directory for one test; {@code mvn clean} takes it away. */
    public static Path newDirectory(String name) {
        try {
            Files.createDirectories(WORK);
            return Files.createTempDirectory(WORK, name + "-").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a folder of files. */
    static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (Path file : files.sorted().toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path unpack() {
        try {
            Path archive = archive();
            Path home = WORK.resolve("einsnull").toAbsolutePath();
            delete(home);
            Files.createDirectories(home);
            Process tar = new ProcessBuilder(
                            "tar", "xzf", archive.toString(), "-C", home.toString(), "--strip-components=1")
                    .inheritIO()
                    .start();
            if (!tar.waitFor(60, TimeUnit.SECONDS) || tar.exitValue() != 0) {
                throw new IllegalStateException("Could not unpack " + archive);
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The one that is named, or the one that lies beside this class in a Maven repository. */
    private static Path archive() {
        String named = System.getProperty("einsnull.archive", "");
        if (!named.isEmpty()) {
            return Path.of(named).toAbsolutePath();
        }
        URL here = Distribution.class.getProtectionDomain().getCodeSource().getLocation();
        Path version = Path.of(URI.create(here.toString())).getParent();
        String name = "de.einsnull.distribution";
        return version.getParent()
                .resolveSibling(name)
                .resolve(version.getFileName())
                .resolve(name + "-" + version.getFileName() + ".tar.gz");
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (var files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
