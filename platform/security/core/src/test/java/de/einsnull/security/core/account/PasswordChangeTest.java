package de.einsnull.security.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.einsnull.security.api.Accounts;
import de.einsnull.security.api.Roles;
import de.einsnull.security.core.TestHouse;
import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordChangeTest {

    private static final String NEXT = "a quite different one";

    private TestHouse house;

    @BeforeEach
    void open() throws Exception {
        house = new TestHouse();
        house.account("clerk", Roles.STAFF);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    void changesThePasswordAndEndsEverySession() throws Exception {
        house.sessions.start(house.accounts.find("clerk").orElseThrow());
        assertThat(change(TestHouse.PASSWORD, NEXT)).isTrue();
        assertThat(house.passwords.matches(NEXT.toCharArray(), house.storedPassword("clerk")))
                .isTrue();
        assertThat(house.count("login_session")).isZero();
        assertThat(house.audit.actions()).contains("account.password-changed");
    }

    /** Else whoever finds a browser left open could take the account over. */
    @Test
    void asksForTheCurrentPassword() throws Exception {
        house.sessions.start(house.accounts.find("clerk").orElseThrow());
        var before = house.storedPassword("clerk");
        assertThat(change("wrong", NEXT)).isFalse();
        assertThat(house.storedPassword("clerk")).isEqualTo(before);
        assertThat(house.count("login_session")).isEqualTo(1);
        assertThat(house.audit.actions()).endsWith("account.password-changed");
    }

    /** Else the page would be a way to guess that the log-in has closed, and the other way round. */
    @Test
    void countsWrongPasswordsWithFailedLogins() {
        change("wrong", NEXT);
        change("wrong", NEXT);
        house.authenticator.check("clerk", "wrong".toCharArray(), "192.0.2.1");
        assertThatThrownBy(() -> change(TestHouse.PASSWORD, NEXT))
                .asInstanceOf(InstanceOfAssertFactories.type(Accounts.TooManyAttempts.class))
                .extracting(Accounts.TooManyAttempts::retryAfter)
                .isEqualTo(Duration.ofMinutes(1));
        house.clock.advance(Duration.ofMinutes(1));
        assertThat(change(TestHouse.PASSWORD, NEXT)).isTrue();
    }

    @Test
    void refusesAShortPasswordWithoutCountingIt() {
        for (var i = 0; i < 5; i++) {
            assertThatThrownBy(() -> change(TestHouse.PASSWORD, "too short")).hasMessageStartingWith("password:");
        }
        assertThat(change(TestHouse.PASSWORD, NEXT)).isTrue();
    }

    @Test
    void changesNothingForLockedAndUnknownAccounts() {
        house.account("it.one", Roles.ADMIN);
        house.accounts.setLocked("clerk", true);
        assertThat(change(TestHouse.PASSWORD, NEXT)).isFalse();
        assertThat(house.accounts.changePassword("nobody", NEXT.toCharArray(), NEXT.toCharArray()))
                .isFalse();
    }

    /** Else the file would go on telling a password that opens nothing. */
    @Test
    void removesTheFileWithTheFirstPasswordWhenItIsChanged() throws Exception {
        var generated = house.secrets.readOrCreate("admin-password");
        house.accounts.create("admin", "Stadt-IT", generated.toCharArray(), Set.of(Roles.ADMIN));

        change(TestHouse.PASSWORD, NEXT);
        assertThat(house.secrets.read("admin-password")).as("somebody else's").contains(generated);
        house.accounts.changePassword("admin", generated.toCharArray(), NEXT.toCharArray());
        assertThat(house.secrets.file("admin-password")).doesNotExist();
    }

    /** Else nobody could unlock anybody any more. */
    @Test
    void keepsTheLastAdminUnlocked() {
        house.account("it.one", Roles.ADMIN);
        house.account("it.two", Roles.ADMIN);
        house.accounts.setLocked("it.one", true);
        assertThatThrownBy(() -> house.accounts.setLocked("it.two", true)).hasMessageContaining("last");
        house.accounts.setLocked("it.one", false);
        house.accounts.setLocked("it.two", true);
        assertThat(house.accounts.entries())
                .extracting(Accounts.Entry::name, Accounts.Entry::locked)
                .contains(tuple("it.one", false), tuple("it.two", true));
    }

    private boolean change(String current, String next) {
        return house.accounts.changePassword("clerk", current.toCharArray(), next.toCharArray());
    }
}
