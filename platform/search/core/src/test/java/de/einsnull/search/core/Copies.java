package de.einsnull.search.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Copies a folder as a crash leaves it: without anybody closing anything. */
final class Copies {

    private Copies() {}

    static Path of(Path folder) throws IOException {
        Path copy = Files.createTempDirectory("copy");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(folder.relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (!file.getFileName().toString().equals("write.lock")) {
                    Files.copy(file, target);
                }
            }
        }
        return copy;
    }
}
