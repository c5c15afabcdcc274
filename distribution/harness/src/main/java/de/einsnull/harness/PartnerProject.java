package de.einsnull.harness;

import de.einsnull.testkit.city.Distribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A project in an empty folder, built by a Maven of its own, as at a partner's desk: it knows the repository for partners
 * and what Maven has downloaded before, and keeps what it fetches to itself.
 */
public final class PartnerProject {

    private static final String ARCHETYPE_PLUGIN = "org.apache.maven.plugins:maven-archetype-plugin:3.3.1:generate";
    private static final long LIMIT_SECONDS = 240;

    private static final Path REPOSITORY = repository();

    private final Path folder;
    private final Maven maven;

    private PartnerProject(Path folder, Maven maven) {
        this.folder = folder;
        this.maven = maven;
    }

    /**
     * Generates a project.
     *
     * @param archetype last part of the archetype's name: {@code driver.codec}
     * @param name artifact id and package
     */
    public static PartnerProject generate(String archetype, String name) {
        Path desk = Distribution.newDirectory("desk");
        Maven maven = Maven.at(desk);
        maven.run(
                desk,
                ARCHETYPE_PLUGIN,
                "-DinteractiveMode=false",
                "-DarchetypeCatalog=local",
                "-DarchetypeGroupId=de.einsnull",
                "-DarchetypeArtifactId=de.einsnull.archetype." + archetype,
                "-DarchetypeVersion=" + System.getProperty("einsnull.version"),
                "-DgroupId=de.example",
                "-DartifactId=" + name,
                "-Dpackage=" + name);
        return new PartnerProject(desk.resolve(name), maven);
    }

    /** A project that is there already; it is copied, so that nothing is written beside its sources. */
    public static PartnerProject copyOf(Path source) {
        Path desk = Distribution.newDirectory("desk");
        Path copy = desk.resolve(source.getFileName().toString());
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(path -> !path.toString().contains("/target"))
                    .sorted()
                    .toList()) {
                Files.copy(file, copy.resolve(source.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PartnerProject(copy, Maven.at(desk));
    }

    /** Runs Maven in the project. */
    public PartnerProject build(String... arguments) {
        maven.run(folder, arguments);
        return this;
    }

    /** Runs something of Maven that goes on until it is closed. */
    public Running begin(String... arguments) {
        return maven.begin(folder, arguments);
    }

    /** A Maven that goes on. */
    public static final class Running implements AutoCloseable {

        private final Process process;
        private final Path log;

        private Running(Process process, Path log) {
            this.process = process;
            this.log = log;
        }

        /** All that it said by now. */
        public String said() throws IOException {
            return Files.readString(log);
        }

        /** Ends it as Ctrl-C does, and waits. */
        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The module that the build made. */
    public Path jar() {
        try (Stream<Path> files = Files.list(folder.resolve("target"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes a source file, as the partner does for the next version. */
    public PartnerProject edit(String file, String from, String to) {
        Path path = folder.resolve(file);
        try {
            String text = Files.readString(path);
            if (!text.contains(from)) {
                throw new IllegalArgumentException(file + " does not contain: " + from);
            }
            Files.writeString(path, text.replace(from, to));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a source file. */
    public PartnerProject write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of a file, for example of the pom. */
    public List<String> lines(String file) {
        try {
            return Files.readAllLines(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps libraries from run to run, but nothing of the platform: a snapshot would be taken for the newest for ever. */
    private static Path repository() {
        Path repository = Distribution.home().resolveSibling("m2");
        Path ours = repository.resolve("de/einsnull");
        if (Files.exists(ours)) {
            try (Stream<Path> files = Files.walk(ours)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return repository;
    }

    /** Maven with settings and a local repository of its own; one for all projects of a test run. */
    private record Maven(Path settings, Path repository) {

        private static final String SETTINGS =
                """
                <settings>
                  <profiles><profile>
                    <id>einsnull</id>
                    <repositories>
                      <repository><id>einsnull</id><url>%1$s</url></repository>
                      <repository><id>downloaded</id><url>%2$s</url><snapshots><enabled>false</enabled></snapshots></repository>
                    </repositories>
                    <pluginRepositories>
                      <pluginRepository><id>downloaded</id><url>%2$s</url></pluginRepository>
                    </pluginRepositories>
                  </profile></profiles>
                  <activeProfiles><activeProfile>einsnull</activeProfile></activeProfiles>
                </settings>
                """;

        static Maven at(Path desk) {
            try {
                Path partners = Path.of(System.getProperty("einsnull.partner.repository"));
                Path downloaded = Path.of(System.getProperty("einsnull.downloaded"));
                Path settings = desk.resolve("settings.xml");
                Files.writeString(settings, SETTINGS.formatted(partners.toUri(), downloaded.toUri()));
                return new Maven(settings, REPOSITORY);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Path log() {
            return settings.resolveSibling("maven.log");
        }

        private Process start(Path folder, String... arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-q", "-s", settings.toString()));
            command.add("-Dmaven.repo.local=" + repository);
            command.addAll(Arrays.asList(arguments));
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(log().toFile()))
                    .start();
        }

        Running begin(Path folder, String... arguments) {
            try {
                Process process = start(folder, arguments);
                Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
                return new Running(process, log());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void run(Path folder, String... arguments) {
            try {
                Process process = start(folder, arguments);
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    process.destroy();
                    throw new AssertionError(String.join(" ", arguments) + " failed:\n" + Files.readString(log()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
