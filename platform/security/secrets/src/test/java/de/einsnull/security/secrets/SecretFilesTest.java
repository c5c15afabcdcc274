package de.einsnull.security.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.security.api.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without these, a password would be guessable, readable by others, or another one after each start. */
class SecretFilesTest {

    @TempDir
    Path data;

    private Path directory;
    private Secrets secrets;

    @BeforeEach
    void start() {
        directory = data.resolve("secrets");
        secrets = new SecretFiles(directory);
    }

    @Test
    void aSecretIsMadeUpOnceForTheOwnerOnly() throws Exception {
        var secret = secrets.readOrCreate("mqtt-gateway");

        assertThat(secret).matches("[A-Za-z0-9_-]{32}");
        assertThat(mode(secrets.file("mqtt-gateway"))).isEqualTo("rw-------");
        assertThat(mode(directory)).isEqualTo("rwx------");
        assertThat(new SecretFiles(directory).readOrCreate("mqtt-gateway"))
                .as("at the next start")
                .isEqualTo(secret);
        assertThat(secrets.read("mqtt-gateway")).contains(secret);
        assertThat(secrets.readOrCreate("mqtt-other")).isNotEqualTo(secret);
    }

    /** Two modules that start at the same time must not end up with two passwords for one database. */
    @Test
    void callersAtTheSameTimeGetTheSameSecret() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var calls = new ArrayList<Callable<String>>();
            for (var i = 0; i < 8; i++) {
                calls.add(() -> secrets.readOrCreate("h2-password"));
            }
            var found = new ArrayList<String>();
            for (var call : threads.invokeAll(calls)) {
                found.add(call.get());
            }
            assertThat(found)
                    .containsOnly(Files.readString(secrets.file("h2-password")).strip());
        } finally {
            threads.shutdownNow();
        }
        try (var files = Files.list(directory)) {
            assertThat(files).as("nothing half-written is left").hasSize(1);
        }
    }

    /** A person writes files with an editor, which ends them with a line feed. */
    @Test
    void whatAPersonWroteIsReadWithoutTheLineFeed() throws Exception {
        write("database-password", "from file\n");

        assertThat(secrets.read("database-password")).contains("from file");
        assertThat(secrets.readOrCreate("database-password")).isEqualTo("from file");
    }

    @Test
    void whatIsNotThereIsNotMadeUpByReading() throws Exception {
        assertThat(secrets.read("database-password")).isEmpty();
        assertThat(directory).doesNotExist();
    }

    /** Overwriting it could lock out whoever is about to fill it; taking it for a password would open the door. */
    @Test
    void anEmptyFileIsAnErrorThatSaysWhatToDo() throws Exception {
        write("h2-password", " \n");

        assertThat(secrets.read("h2-password")).isEmpty();
        assertThatThrownBy(() -> secrets.readOrCreate("h2-password"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(directory.resolve("h2-password").toString())
                .hasMessageContaining("delete it");
    }

    /** A form of city IT replaces a password; the old one must not stay readable, nor the new one become so. */
    @Test
    void aWrittenSecretTakesThePlaceOfTheOldOneForTheOwnerOnly() throws Exception {
        secrets.write("gateway", "old");
        secrets.write("gateway", " new\n");

        assertThat(secrets.read("gateway")).contains("new");
        assertThat(mode(secrets.file("gateway"))).isEqualTo("rw-------");
        assertThatThrownBy(() -> secrets.write("gateway", " ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(secrets.read("gateway")).contains("new");
    }

    @Test
    void aRemovedSecretIsGone() throws Exception {
        secrets.readOrCreate("admin-password");

        assertThat(secrets.remove("admin-password")).isTrue();
        assertThat(secrets.remove("admin-password")).isFalse();
        assertThat(secrets.read("admin-password")).isEmpty();
    }

    /** A name can come from a configuration, for example that of an account of the bus. */
    @ParameterizedTest
    @ValueSource(strings = {"", "..", ".hidden", "../db/einsnull.mv.db", "a/b", "a b", "a\nb"})
    void aNameCannotLeaveTheDirectory(String name) {
        assertThatThrownBy(() -> secrets.readOrCreate(name)).isInstanceOf(IllegalArgumentException.class);
    }

    private void write(String name, String content) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(name), content);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
