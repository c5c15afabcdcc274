package de.einsnull.security.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.security.api.Roles;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the form lets through, the accounts must accept: otherwise city IT sees an error page instead of advice. */
class NewAccountTest {

    private static NewAccount named(String name) {
        return new NewAccount(name, "Dora", false, false, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dora", "d2", "2d", "d.dorn", "park-aufsicht", "d-"})
    void acceptsNamesThatCanBeTypedEverywhere(String name) {
        assertThat(named(name).errors(Set.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "Dora", "dora dorn", "dörn", ".dora", "-dora", "dora/sperren", "dora@oelde"})
    void refusesOtherNames(String name) {
        assertThat(named(name).errors(Set.of())).isEqualTo(Map.of("name", "accounts.error.name"));
    }

    @Test
    void knowsTheLimits() {
        assertThat(named("d".repeat(64)).errors(Set.of())).isEmpty();
        assertThat(named("d".repeat(65)).errors(Set.of())).containsOnlyKeys("name");
        assertThat(new NewAccount("dora", "D".repeat(120), false, false, "").errors(Set.of()))
                .isEmpty();
        assertThat(new NewAccount("dora", "D".repeat(121), false, false, "").errors(Set.of()))
                .containsOnlyKeys("displayName");
    }

    /** In the order of the form, because the summary lists them so. */
    @Test
    void saysAllThatIsWrongAtOnce() {
        var form = new NewAccount("dora", "", true, true, "parks.gardener, Nö");
        assertThat(form.errors(Set.of("dora")).entrySet())
                .extracting(Map.Entry::getKey, Map.Entry::getValue)
                .map(Object::toString)
                .containsExactly(
                        "(\"name\", \"accounts.error.taken\")",
                        "(\"displayName\", \"accounts.error.displayName\")",
                        "(\"more\", \"accounts.error.more\")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a,b|a b", "a, b ;c|a b c", "'  a   b  '|a b", "a,,b,|a b", "staff|staff", "''|''"})
    void readsRolesHoweverTheyAreSeparated(String typed, String roles) {
        assertThat(String.join(" ", new NewAccount("dora", "Dora", false, false, typed).roles()))
                .isEqualTo(roles);
    }

    @Test
    void givesOnlyTheRolesThatWereChosen() {
        assertThat(new NewAccount("dora", "Dora", true, false, "x").roles()).containsExactly(Roles.STAFF, "x");
        assertThat(new NewAccount("dora", "Dora", false, true, "").roles()).containsExactly(Roles.ADMIN);
        assertThat(NewAccount.EMPTY.roles()).isEmpty();
    }
}
