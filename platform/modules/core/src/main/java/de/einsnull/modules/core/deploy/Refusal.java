package de.einsnull.modules.core.deploy;

import de.einsnull.modules.api.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text beside a file that was not installed: it says why, and for which content. Delete it to have the file tried again. */
final class Refusal {

    private static final String SUFFIX = ".refused.txt";

    private Refusal() {}

    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + SUFFIX);
    }

    static void write(Path file, String sha256, List<Finding> findings) throws IOException {
        String german = findings.stream()
                .map(finding -> "- " + finding.subject() + ": " + finding.german() + " [" + finding.code() + "]\n")
                .collect(Collectors.joining());
        String english = findings.stream()
                .map(finding -> "- " + finding.subject() + ": " + finding.english() + " [" + finding.code() + "]\n")
                .collect(Collectors.joining());
        Files.writeString(
                beside(file),
                file.getFileName() + " wurde nicht installiert:\n" + german
                        + "\nLöschen Sie diese Datei, um es noch einmal zu versuchen.\n\n"
                        + file.getFileName() + " was not installed:\n" + english
                        + "\nDelete this file to try again.\n\nSHA-256 " + sha256 + "\n");
    }

    static boolean isFor(Path file, String sha256) throws IOException {
        Path text = beside(file);
        return Files.exists(text) && Files.readString(text).contains(sha256);
    }

    static void remove(Path file) throws IOException {
        Files.deleteIfExists(beside(file));
    }

    /** Texts whose file is gone go too. */
    static void removeOrphans(Path folder, Set<String> names) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path text : all.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .toList()) {
                String name = text.getFileName().toString();
                if (!names.contains(name.substring(0, name.length() - SUFFIX.length()))) {
                    Files.deleteIfExists(text);
                }
            }
        }
    }
}
