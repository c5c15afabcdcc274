package de.einsnull.modules.core.repositories;

import de.einsnull.modules.core.archive.BundleSource;
import de.einsnull.modules.core.archive.MavenLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Folders in the layout of Maven repositories, asked in order. */
public final class MavenFiles implements BundleSource {

    private final List<Path> roots;

    public MavenFiles(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /** The file that an address means, empty if no folder has it. */
    Optional<Path> find(String location) {
        return MavenLocation.path(location).flatMap(path -> roots.stream()
                .map(root -> root.resolve(path))
                .filter(Files::isRegularFile)
                .findFirst());
    }

    @Override
    public Optional<Path> fetch(String location, Path folder) throws IOException {
        Optional<Path> found = find(location);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Path copy = Files.createTempFile(folder, "bundle", ".jar");
        Files.copy(found.get(), copy, StandardCopyOption.REPLACE_EXISTING);
        return Optional.of(copy);
    }
}
