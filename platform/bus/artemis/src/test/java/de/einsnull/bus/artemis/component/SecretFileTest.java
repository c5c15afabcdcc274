package de.einsnull.bus.artemis.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without these, a gateway's password would be guessable, readable by others, or another one after each start. */
class SecretFileTest {

    @TempDir
    Path directory;

    @Test
    void aPasswordIsMadeUpOnceForItsOwnerOnly() throws Exception {
        var file = directory.resolve("secrets").resolve("mqtt-gateway");
        var password = new SecretFile(file).read();
        assertThat(password).hasSizeGreaterThanOrEqualTo(32);
        assertThat(new SecretFile(file).read()).isEqualTo(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new SecretFile(directory.resolve("mqtt-other")).read()).isNotEqualTo(password);
    }

    @Test
    void anEmptyFileIsAnErrorThatSaysWhatToDo() throws Exception {
        var file = Files.createFile(directory.resolve("mqtt-empty"));
        assertThatThrownBy(() -> new SecretFile(file).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("delete it");
    }
}
