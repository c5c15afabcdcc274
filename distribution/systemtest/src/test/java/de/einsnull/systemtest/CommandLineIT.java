package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Distribution;
import de.einsnull.testkit.city.Waits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What city IT reads when {@code ./start} cannot do its work: one clear sentence, and an exit code that says so. */
class CommandLineIT {

    private static final String DATA = Distribution.newDirectory("command-line").toString();

    @Test
    void helpNamesEveryOption() throws Exception {
        Result result = start(List.of("--help"));

        assertThat(result.exit()).isZero();
        assertThat(result.text()).contains("--port", "--data", "--no-demo", "--database", "--broker");
    }

    @Test
    void aBusyPortIsNamed() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());

            Result result = start(List.of("--data", DATA, "--port", port));

            result.saysInOneSentence("Port " + port + " is busy");
        }
    }

    @Test
    void aPortThatIsNoNumberIsRefused() throws Exception {
        start(List.of("--port", "achtzig")).saysInOneSentence("--port achtzig is not a port number");
        start(List.of("--port", "70000")).saysInOneSentence("--port 70000 is not a port number");
    }

    @Test
    void aDatabaseThatIsNoPostgreSqlUrlIsRefused() throws Exception {
        start(List.of("--database", "jdbc:oracle:thin:@db")).saysInOneSentence("jdbc:postgresql://host:port/name");
    }

    @Test
    void aBrokerWithoutPortIsRefused() throws Exception {
        start(List.of("--broker", "tcp://broker")).saysInOneSentence("tcp://host:port");
    }

    @Test
    void anUnknownOptionIsRefused() throws Exception {
        start(List.of("--prot", "8080")).saysInOneSentence("Unknown option --prot");
    }

    @Test
    void aJavaThatIsTooNewIsNamed() throws Exception {
        Path jdk = Distribution.newDirectory("jdk");
        Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho '    java.specification.version = 25' >&2\n");
        Files.createFile(jdk.resolve("bin/javac")).toFile().setExecutable(true);
        assertThat(java.toFile().setExecutable(true)).isTrue();

        Result result = run(start(), List.of("--data", DATA), jdk.toString());

        result.saysInOneSentence("is not a JDK 17 to 23 (found: 25)");
    }

    @Test
    void theDistributionItselfRefusesAJavaThatIsTooNew() throws Exception {
        Path jdk = Distribution.newDirectory("jdk");
        Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho '    java.specification.version = 25' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();

        Result result = run(Distribution.home().resolve("bin/einsnull"), List.of(), jdk.toString());

        result.saysInOneSentence("JDK 17 to 23 is needed");
    }

    @Test
    void aDataDirectoryThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Distribution.newDirectory("data").resolve("a-file");
        Files.createFile(file);

        start(List.of("--data", file + "/data")).saysInOneSentence("cannot be created");
    }

    @Test
    void aFullDiskIsNamed() throws Exception {
        onDisk("size=4m").saysInOneSentence("the disk is full");
    }

    @Test
    void aReadOnlyDiskIsNamed() throws Exception {
        onDisk("ro").saysInOneSentence("the disk is mounted read-only");
    }

    @Test
    void aRunningPlatformKeepsItsDataDirectoryToItself() throws Exception {
        try (City city = City.create("twice").launch()) {
            Waits.until(
                    "the process id",
                    City.START_LIMIT,
                    () -> Files.exists(city.data().resolve("einsnull.pid")));

            Result result = start(List.of("--data", city.data().toString()));

            result.saysInOneSentence("already runs with the data directory");
        }
    }

    /** Starts with a data directory on a small disk of its own, in a private name space of mounts. */
    private static Result onDisk(String mountOptions) throws IOException, InterruptedException {
        Path disk = Distribution.newDirectory("disk");
        String script =
                "mount -t tmpfs -o " + mountOptions + " tmpfs " + disk + " && exec " + start() + " --data " + disk;
        return run(Path.of("unshare"), List.of("-Urm", "sh", "-c", script), System.getProperty("java.home"));
    }

    private static Path start() {
        return Path.of(System.getProperty("einsnull.root"))
                .toAbsolutePath()
                .normalize()
                .resolve("start");
    }

    private static Result start(List<String> options) throws IOException, InterruptedException {
        return run(start(), options, System.getProperty("java.home"));
    }

    private static Result run(Path program, List<String> options, String javaHome)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), text);
    }

    private record Result(int exit, String text) {

        void saysInOneSentence(String part) {
            assertThat(text).contains(part);
            assertThat(text.strip().lines())
                    .as("one sentence, no stack trace: %s", text)
                    .hasSize(1);
            assertThat(exit).isNotZero();
        }
    }
}
