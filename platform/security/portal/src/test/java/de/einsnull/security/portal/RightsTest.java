package de.einsnull.security.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may see a page is a property of its service; without it, citizens could lock city IT out. */
class RightsTest {

    @ParameterizedTest
    @CsvSource({
        "AccountsPage, verwaltung/konten, admin",
        "AuditPage, verwaltung/protokoll, admin",
        "PasswordPage, konto/passwort, authenticated"
    })
    void everyPageSaysWhoMaySeeIt(String page, String path, String access) throws IOException {
        try (var file = getClass().getResourceAsStream("/OSGI-INF/de.einsnull.security.portal." + page + ".xml")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"einsnull.page.path\" type=\"String\" value=\"" + path + "\"")
                    .contains("\"einsnull.page.access\" type=\"String\" value=\"" + access + "\"");
        }
    }

    /** Read aloud on the telephone, l and 1, o and 0 are the same. */
    @Test
    void initialPasswordsCanBeReadAloudAndDifferFromEachOther() {
        var passwords = Stream.generate(new InitialPasswords()::next).limit(500).toList();
        assertThat(passwords)
                .doesNotHaveDuplicates()
                .allMatch(password -> password.matches("[a-z2-9]{5}(-[a-z2-9]{5}){3}"))
                .noneMatch(password -> password.matches(".*[lio].*"));
    }
}
