package de.einsnull.modules.console.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A platform with another key after each start would teach people to ignore the warning of their client. */
class HostKeyTest {

    private final MemorySecrets secrets = new MemorySecrets();

    @Test
    void theKeyStaysTheSame() throws IOException {
        assertThat(HostKey.of(secrets).getPublic().getEncoded())
                .isEqualTo(HostKey.of(secrets).getPublic().getEncoded());
        assertThat(HostKey.of(new MemorySecrets()).getPublic().getEncoded())
                .as("of another installation")
                .isNotEqualTo(HostKey.of(secrets).getPublic().getEncoded());
    }

    /** A new key instead of a damaged one would look like an attack. */
    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a:b", "%%:%%", "YQ==:YQ=="})
    void aDamagedKeyIsNotReplacedSilently(String damaged) {
        secrets.write(HostKey.NAME, damaged);
        assertThatThrownBy(() -> HostKey.of(secrets))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/secrets/console-host-key");
        assertThat(secrets.kept).containsEntry(HostKey.NAME, damaged);
    }
}
