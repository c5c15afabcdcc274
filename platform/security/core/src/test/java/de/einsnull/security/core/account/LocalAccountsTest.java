package de.einsnull.security.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.security.api.Identity;
import de.einsnull.security.api.Roles;
import de.einsnull.security.core.TestHouse;
import de.einsnull.security.secrets.SecretFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalAccountsTest {

    private TestHouse house;

    @BeforeEach
    void open() throws Exception {
        house = new TestHouse();
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    void keepsWhatWasCreated() {
        var admin = house.account("it.one", Roles.ADMIN, "parks.gardener");

        assertThat(house.accounts.find("it.one")).contains(admin);
        assertThat(admin.roles()).containsExactlyInAnyOrder(Roles.ADMIN, Roles.STAFF, Roles.CITIZEN, "parks.gardener");
        assertThat(house.storedPassword("it.one")).startsWith("$argon2id$").doesNotContain(TestHouse.PASSWORD);
        assertThat(house.audit.actions()).containsExactly("account.created");
    }

    @Test
    void listsAccountsWithTheirRolesByName() {
        var second = house.account("berta", Roles.STAFF, "parks.gardener");
        var first = house.account("anna");
        house.accounts.setLocked("anna", true);

        assertThat(house.accounts.list()).containsExactly(first, second);
        assertThat(house.accounts.find("anna")).as("locked").isEmpty();
        house.accounts.setLocked("anna", false);
        assertThat(house.accounts.find("anna")).map(Identity::roles).contains(Set.of(Roles.CITIZEN));
    }

    @ParameterizedTest
    @CsvSource({
        "X, Name, long enough password, name",
        "a, Name, long enough password, name",
        "-ab, Name, long enough password, name",
        "anna, ' ', long enough password, displayName",
        "anna, Name, too short, password",
    })
    void refusesValuesAndSaysWhich(String name, String displayName, String password, String which) {
        assertThatThrownBy(() -> house.accounts.create(name, displayName, password.toCharArray(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(which + ":");
    }

    @Test
    void refusesATakenNameAndUnknownAccounts() {
        house.account("anna");
        assertThatThrownBy(() -> house.account("anna")).hasMessage("name: is taken");
        assertThatThrownBy(() -> house.accounts.setLocked("nobody", true)).hasMessageContaining("no such account");
        assertThatThrownBy(() -> house.accounts.setPassword("nobody", "long enough password".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Else nobody could log in after the first start, or everybody with a known default password. */
    @Test
    void makesAFirstAdminWithARandomPasswordOnce(@TempDir Path secrets) throws Exception {
        var first = new FirstAdmin(house.accounts, house.database, new SecretFiles(secrets));
        assertThat(first.createIfNone()).isTrue();
        assertThat(first.createIfNone()).isFalse();

        var file = secrets.resolve("admin-password");
        var password = Files.readString(file).strip();
        assertThat(password).hasSize(32);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(house.authenticator
                        .check("admin", password.toCharArray(), "192.0.2.1")
                        .identity()
                        .roles())
                .contains(Roles.ADMIN);
    }

    /** Else a move to a new, empty database would leave a file whose password opens nothing. */
    @Test
    void takesThePasswordOfAnExistingFile(@TempDir Path secrets) throws Exception {
        Files.writeString(secrets.resolve("admin-password"), "given before the start\n");
        new FirstAdmin(house.accounts, house.database, new SecretFiles(secrets)).createIfNone();
        assertThat(house.passwords.matches("given before the start".toCharArray(), house.storedPassword("admin")))
                .isTrue();
    }

    /** Else people would find a strange account in their city's database. */
    @Test
    void makesNoFirstAdminWhereThereAreAccounts(@TempDir Path secrets) throws Exception {
        house.account("anna");
        assertThat(new FirstAdmin(house.accounts, house.database, new SecretFiles(secrets)).createIfNone())
                .isFalse();
        assertThat(secrets).isEmptyDirectory();
    }
}
