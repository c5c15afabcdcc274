package de.einsnull.security.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PageResponse.NotFound;
import de.einsnull.portal.api.PageResponse.Redirect;
import de.einsnull.portal.api.PageResponse.View;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordPageTest {

    private static final String OLD = " the old password ";
    private static final String NEW = " a new password ";

    private final FakeAccounts accounts = new FakeAccounts();
    private final PasswordPage page = new PasswordPage(accounts, FakeAccounts.words());

    @BeforeEach
    void anna() {
        accounts.create("anna", "Anna", OLD.toCharArray(), Set.of());
    }

    /** White space at the ends is part of a password: without it the person could not log in afterwards. */
    @Test
    void changesThePasswordAndSendsToTheLogIn() {
        assertThat(send(OLD, NEW, NEW)).isEqualTo(new Redirect("anmelden?hinweis=passwort"));
        assertThat(accounts.passwords).containsEntry("anna", NEW);
    }

    @ParameterizedTest
    @CsvSource({
        "'', a new password, a new password, current, Enter your current password",
        "wrong, a new password, a new password, current, The current password is not correct",
        "wrong, too short, too short, next, The new password needs at least 12 characters",
        "the same password, the same password, the same password, next,"
                + " The new password is the current one. Choose another one.",
        "wrong, a new password, another password, repeat, The repetition differs from the new password",
    })
    void saysWhatIsWrongAtTheField(String current, String next, String repeat, String field, String text) {
        var view = (View) send(current, next, repeat);
        assertThat(view.status()).isEqualTo(422);
        assertThat(view.model().get("errors")).isEqualTo(Map.of(field, text));
        assertThat(view.model().toString()).as("never sent back").doesNotContain("a new password", "too short");
        assertThat(accounts.passwords).containsEntry("anna", OLD);
    }

    @Test
    void asksToWaitAfterTooManyAttempts() {
        accounts.throttled = true;
        assertThat(((View) send(OLD, NEW, NEW)).model().get("errors").toString())
                .contains("current=Too many attempts");
    }

    @Test
    void refusesWhatNoAccountCanHave() {
        assertThat(((View) send(OLD, "x".repeat(1_001), "x".repeat(1_001))).status())
                .isEqualTo(422);
        assertThat(page.handle(FakeAccounts.request("nobody", "", Map.of()))).isInstanceOf(NotFound.class);
        assertThat(page.handle(FakeAccounts.request("anna", "more", Map.of()))).isInstanceOf(NotFound.class);
    }

    /** Else password managers could neither fill the form in nor keep the new password. */
    @Test
    void worksWithPasswordManagers() throws IOException {
        var view = (View) page.handle(FakeAccounts.request("anna", "", Map.of()));
        assertThat(view.model()).containsEntry("name", "anna").containsEntry("min", 12);
        assertThat(Files.readString(FakeAccounts.RESOURCES.resolve("templates/password.peb")))
                .contains("'current-password'", "'new-password'", "autocomplete=\"username\"")
                .doesNotContain("maxlength");
    }

    private PageResponse send(String current, String next, String repeat) {
        var fields = Map.of("current", current, "next", next, "repeat", repeat);
        return page.handle(FakeAccounts.request("anna", "", fields));
    }
}
