package de.einsnull.testkit.city;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds a module without its tests.
 *
 * @param project folder of the module
 * @param command what builds it
 * @param jar what the build makes
 */
record Rebuild(Path project, List<String> command, Path jar) {

    /** With the Maven that runs this program, its settings and its local repository. */
    static Rebuild withThisMaven(Path project) {
        String home = System.getProperty("maven.home", "");
        List<String> command = new ArrayList<>();
        command.add(home.isEmpty() ? "mvn" : Path.of(home, "bin", "mvn").toString());
        command.addAll(List.of("-q", "package", "-DskipTests"));
        option(command, "-s", System.getProperty("einsnull.maven.settings", ""));
        String repository = System.getProperty("einsnull.maven.repository", "");
        if (!repository.isEmpty()) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        return new Rebuild(project, command, Path.of(System.getProperty("einsnull.module")));
    }

    private static void option(List<String> command, String name, String value) {
        if (!value.isEmpty()) {
            command.addAll(List.of(name, value));
        }
    }

    /** Whether it could be built. What the build says goes where this program writes. */
    boolean run() throws IOException {
        Process build = new ProcessBuilder(command)
                .directory(project.toFile())
                .inheritIO()
                .start();
        try {
            return build.waitFor() == 0;
        } catch (InterruptedException e) {
            build.destroy();
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
