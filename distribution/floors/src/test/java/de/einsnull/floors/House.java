package de.einsnull.floors;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The project's folders, read from the disk: a new bundle is under the rules without anybody listing it. */
final class House {

    private static final Path ROOT = Path.of(System.getProperty("einsnull.root", "../.."))
            .toAbsolutePath()
            .normalize();
    private static final List<Path> FLOORS = List.of(ROOT.resolve("platform"), ROOT.resolve("bundles"));

    private House() {}

    /** Folders that are bundles: below platform/ or bundles/, with Java in them. */
    static List<Path> bundles() {
        return find(path -> path.endsWith("src/main/java"))
                .map(path -> path.getParent().getParent().getParent())
                .sorted()
                .toList();
    }

    /** What its folder says: {@code de.einsnull.<area>.<part>}; a part of all areas has none of its own. */
    static String symbolicName(Path bundle) {
        Path folder = FLOORS.stream()
                .filter(bundle::startsWith)
                .findFirst()
                .map(floor -> floor.relativize(bundle))
                .orElseThrow();
        return "de.einsnull."
                + folder.toString().replace(File.separatorChar, '.').replace('-', '.');
    }

    /** Java files that end up in a bundle. */
    static List<Path> sources() {
        return bundles().stream()
                .map(bundle -> bundle.resolve("src/main/java"))
                .flatMap(House::javaFiles)
                .toList();
    }

    /** Java files that test a bundle. */
    static List<Path> tests() {
        return bundles().stream()
                .map(bundle -> bundle.resolve("src/test/java"))
                .filter(Files::isDirectory)
                .flatMap(House::javaFiles)
                .toList();
    }

    /** All classes of all bundles. */
    static JavaClasses classes() {
        Set<Path> folders = bundles().stream()
                .map(bundle -> bundle.resolve("target/classes"))
                .filter(Files::isDirectory)
                .collect(Collectors.toCollection(TreeSet::new));
        return new ClassFileImporter().importPaths(folders);
    }

    static Path root() {
        return ROOT;
    }

    static String name(Path path) {
        return ROOT.relativize(path).toString();
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        return walk(folder).filter(path -> path.toString().endsWith(".java"));
    }

    private static Stream<Path> find(Predicate<Path> wanted) {
        return FLOORS.stream().filter(Files::isDirectory).flatMap(House::walk).filter(wanted);
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths
                    .filter(path -> !path.toString().contains("/target/"))
                    // What archetypes generate is the partner's.
                    .filter(path -> !path.toString().contains("/archetype-resources/"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
