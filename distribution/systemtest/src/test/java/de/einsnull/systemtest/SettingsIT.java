package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.testkit.city.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake in {@code etc/} is told at once, not by a platform that never gets ready. */
class SettingsIT {

    private static final int BAD_SETTING = 78;

    private Path data;
    private Path etc;

    @BeforeEach
    void unpack() throws IOException {
        data = Distribution.newDirectory("settings");
        etc = Files.createDirectories(data.resolve("etc"));
        try (Stream<Path> files = Files.list(Distribution.home().resolve("etc"))) {
            for (Path file : files.toList()) {
                Files.copy(file, etc.resolve(file.getFileName()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de.einsnull.bus.cfg      | mqtt.port = abc               | mqtt.port is 'abc' but must be a whole number",
                "de.einsnull.bus.cfg      | mode = both                   | mode is 'both' but must be one of auto,",
                "de.einsnull.data.cfg     | password = $[secret:pg]       | needs the secret 'pg'; write it into the file",
                "de.einsnull.security.cfg | trustedProxies = [ \"1.2.3.4\" ] | is a list in [ ]",
                "de.einsnull.portal.cfg   | cityName = M\\u00zznster      | after \\u there must be four digits",
                "system.properties        | einsnull.http.port = 80800    | must be a whole number from 1 to 65535"
            })
    void isOneSentenceThatNamesFileLineAndAdvice(String file, String line, String sentence) throws Exception {
        Files.writeString(etc.resolve(file), "\n" + line + "\n", StandardOpenOption.APPEND);
        int number = Files.readAllLines(etc.resolve(file)).size();

        String said = startsInVain();

        assertThat(said)
                .startsWith("einsnull: " + etc.resolve(file) + ", line " + number + ": ")
                .contains(sentence);
    }

    /** All other files are as delivered: they pass without a word, or nobody would read this one. */
    @Test
    void whatIsMissingIsNamedAndNothingElse() throws Exception {
        Files.writeString(etc.resolve("de.einsnull.bus.user-x.cfg"), "publish = a\n");

        assertThat(startsInVain()).contains("de.einsnull.bus.user-x.cfg: the setting name is missing");
    }

    /** What is printed by a process that has ended by itself, with the exit code for service managers. */
    private String startsInVain() throws IOException, InterruptedException {
        Path console = data.resolve("console.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Distribution.home().resolve("bin/einsnull").toString())
                .redirectErrorStream(true)
                .redirectOutput(console.toFile());
        builder.environment().put("EINSNULL_DATA", data.toString());
        builder.environment().put("JAVA_OPTS", "-Dkaraf.etc=" + etc);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(20, TimeUnit.SECONDS))
                    .as("ended by itself: %s", Files.readString(console))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(BAD_SETTING);
        String said = Files.readString(console);
        assertThat(said.strip().lines()).hasSize(1);
        return said;
    }
}
