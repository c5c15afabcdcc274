package de.einsnull.security.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PageResponse.NotFound;
import de.einsnull.portal.api.PageResponse.Redirect;
import de.einsnull.portal.api.PageResponse.View;
import de.einsnull.security.api.Roles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsPageTest {

    private static final Map<String, String> YES = Map.of("csrf", "token");
    private static final String OLD = "the old password";

    private final FakeAccounts accounts = new FakeAccounts();
    private final AccountsPage page = new AccountsPage(accounts, new InitialPasswords(), FakeAccounts.words());

    @BeforeEach
    void people() {
        accounts.create("boss", "Boss", OLD.toCharArray(), Set.of(Roles.ADMIN, Roles.STAFF, Roles.CITIZEN));
        accounts.create("clerk", "Clerk", OLD.toCharArray(), Set.of(Roles.STAFF, Roles.CITIZEN));
    }

    @Test
    void listsWhoMayLogInWithoutImpliedRoles() {
        accounts.setLocked("clerk", true);
        assertThat(model(ask("")).get("accounts"))
                .isEqualTo(List.of(
                        new AccountView("boss", "Boss", List.of(Roles.ADMIN), false, true),
                        new AccountView("clerk", "Clerk", List.of(Roles.STAFF), true, false)));
    }

    @Test
    void createsAnAccountAndShowsItsRandomPassword() {
        var fields = Map.of("name", "dora", "displayName", "Dora", "staff", "ja", "more", "parks.gardener, x");
        assertThat(model(send("neu", fields))).containsEntry("password", accounts.passwords.get("dora"));
        assertThat(accounts.passwords.get("dora")).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}");
        assertThat(accounts.entry("dora").identity().roles())
                .containsExactlyInAnyOrder(Roles.STAFF, "parks.gardener", "x");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        var view = (View) send("neu", Map.of("name", "clerk", "displayName", "", "admin", "ja", "more", "Nö!"));
        assertThat(view.status()).isEqualTo(422);
        assertThat(view.model().get("errors").toString())
                .contains("name=This login name is taken", "displayName=", "more=");
        assertThat(view.model()).containsEntry("form", new NewAccount("clerk", "", false, true, "Nö!"));
        assertThat(((View) send("neu", Map.of("name", "A b", "displayName", "x"))).status())
                .isEqualTo(422);
        assertThat(accounts.entries).hasSize(2);
    }

    /** A link alone, which could come from anywhere, changes nothing. */
    @Test
    void asksBeforeItChangesAnything() {
        for (var action : List.of("passwort", "sperren", "entsperren")) {
            assertThat(((View) ask("clerk/" + action)).template()).isEqualTo("account-ask");
        }
        assertThat(accounts.passwords).containsEntry("clerk", OLD);
        assertThat(accounts.entry("clerk").locked()).isFalse();
    }

    @Test
    void resetsThePasswordOfOthers() {
        var shown = model(send("clerk/passwort", YES)).get("password");
        assertThat(shown).isNotEqualTo(OLD).isEqualTo(accounts.passwords.get("clerk"));
        assertThat(send("boss/passwort", YES)).as("one's own").isEqualTo(new Redirect("konto/passwort"));
        assertThat(accounts.passwords).containsEntry("boss", OLD);
    }

    @Test
    void locksAndUnlocks() {
        assertThat(send("clerk/sperren", YES)).isEqualTo(new Redirect("verwaltung/konten?hinweis=locked"));
        assertThat(accounts.entry("clerk").locked()).isTrue();
        assertThat(send("clerk/entsperren", YES)).isEqualTo(new Redirect("verwaltung/konten?hinweis=unlocked"));
        assertThat(accounts.entry("clerk").locked()).isFalse();
    }

    /** Else city IT could shut itself out. */
    @Test
    void locksNeitherOneselfNorTheLastAdmin() {
        assertThat(model(send("boss/sperren", YES))).containsEntry("refusal", "own");
        var other = FakeAccounts.request("somebody", "boss/sperren", YES);
        assertThat(model(page.handle(other))).containsEntry("refusal", "last");
        assertThat(accounts.entry("boss").locked()).isFalse();
    }

    @Test
    void knowsNoOtherPlaces() {
        for (var path : List.of("nobody/sperren", "clerk", "clerk/loeschen", "clerk/sperren/x")) {
            assertThat(ask(path)).as(path).isInstanceOf(NotFound.class);
        }
    }

    private PageResponse ask(String path) {
        return page.handle(FakeAccounts.request("boss", path, Map.of()));
    }

    private PageResponse send(String path, Map<String, String> fields) {
        return page.handle(FakeAccounts.request("boss", path, fields));
    }

    private static Map<String, Object> model(PageResponse response) {
        return ((View) response).model();
    }
}
