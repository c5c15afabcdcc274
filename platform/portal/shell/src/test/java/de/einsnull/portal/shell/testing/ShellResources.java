package de.einsnull.portal.shell.testing;

import de.einsnull.portal.shell.contrib.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The shell's real files, from its source folder. */
public final class ShellResources implements Resources {

    public static final Path ROOT = Path.of("src/main/resources");

    @Override
    public String owner() {
        return "de.einsnull.portal.shell";
    }

    @Override
    public Optional<URL> find(String path) {
        var file = ROOT.resolve(path);
        try {
            return Files.isRegularFile(file) ? Optional.of(file.toUri().toURL()) : Optional.empty();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> list(String folder) {
        try (var files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> ROOT.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
