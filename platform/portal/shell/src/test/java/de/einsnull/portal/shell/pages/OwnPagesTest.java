package de.einsnull.portal.shell.pages;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.shell.render.PageState;
import de.einsnull.portal.shell.testing.TestPortal;
import de.einsnull.portal.shell.web.PortalView;
import de.einsnull.security.api.Identity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page of the shell can be drawn in every language, with no text missing. */
class OwnPagesTest {

    private final TestPortal portal = new TestPortal();

    @AfterEach
    void close() {
        portal.close();
    }

    private String draw(String path, Language language, Identity who, Map<String, List<String>> parameters)
            throws Exception {
        portal.logIn(who);
        var state = new PageState(language, () -> "token");
        var request = new PageRequest("GET", "", language, who, parameters);
        var view = (PageResponse.View)
                portal.ownPages().at(path).orElseThrow().page().handle(request, state);
        Map<String, Object> model = new HashMap<>(view.model());
        PortalView about = portal.frame().view(portal.visit(language, path));
        model.put("portal", about);
        model.put("title", view.titleKey());
        String html = portal.contributors().shell().templates().render(view.template(), model, state);
        assertThat(state.isTextMissing()).isFalse();
        return html;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anmelden",
                "einstellungen",
                "impressum",
                "datenschutz",
                "barrierefreiheit",
                "leichte-sprache",
                "konto",
                "arbeitsplatz",
                "verwaltung",
                "verwaltung/zustand",
                "verwaltung/schnittstellen"
            })
    void isDrawnInAllLanguages(String path) throws Exception {
        for (var language : Language.values()) {
            assertThat(draw(path, language, TestPortal.ADMIN, Map.of())).contains("<h1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "konto, authenticated",
        "arbeitsplatz, staff",
        "verwaltung, admin",
        "verwaltung/zustand, admin",
        "verwaltung/schnittstellen, admin",
        "verwaltung/bausteine, admin",
        "impressum, public"
    })
    void isForThoseItIsFor(String path, String access) {
        assertThat(portal.ownPages().at(path).orElseThrow().access()).isEqualTo(access);
    }

    @ParameterizedTest
    @ValueSource(strings = {"daten", "gesperrt", "rate", "dienst"})
    void saysWhyTheLogInFailed(String reason) throws Exception {
        assertThat(draw("anmelden", Language.DE, Identity.ANONYMOUS, Map.of("fehler", List.of(reason))))
                .contains("role=\"alert\"");
    }

    /** Else whoever has changed the password would wonder why the portal asks for it again. */
    @Test
    void saysThatThePasswordIsChanged() throws Exception {
        assertThat(draw("anmelden", Language.DE, Identity.ANONYMOUS, Map.of("hinweis", List.of("passwort"))))
                .contains("Ihr Passwort ist geändert");
        assertThat(draw("anmelden", Language.DE, Identity.ANONYMOUS, Map.of("hinweis", List.of("x"))))
                .doesNotContain("en-alert");
        assertThat(draw("konto", Language.DE, TestPortal.CITIZEN, Map.of()))
                .as("nobody offers the page")
                .doesNotContain("konto/passwort");
    }

    /** The parameters come from the address, so from anybody. */
    @ParameterizedTest
    @CsvSource({
        "/de/konto, /de/konto",
        "//evil.example, ''",
        "https://evil.example, ''",
        "'/\\evil.example', ''",
        "'', ''"
    })
    void goesOnOnlyWithinThePortal(String next, String expected) throws Exception {
        assertThat(draw("anmelden", Language.DE, Identity.ANONYMOUS, Map.of("next", List.of(next))))
                .contains("name=\"next\" value=\"" + expected + "\"");
        assertThat(draw("anmelden", Language.DE, Identity.ANONYMOUS, Map.of("fehler", List.of("<b>"))))
                .doesNotContain("role=\"alert\"", "<b>");
    }

    @Test
    void showsWhoIsLoggedInAndTheWayOut() throws Exception {
        assertThat(draw("konto", Language.DE, TestPortal.CITIZEN, Map.of()))
                .contains("Robin Muster", "action=\"/logout\"", "name=\"csrf\"", "Bürgerin oder Bürger")
                .doesNotContain("/de/verwaltung");
        assertThat(draw("konto", Language.DE, TestPortal.ADMIN, Map.of())).contains("/de/verwaltung");
    }

    @Test
    void listsTheAdministrationsPlaces() throws Exception {
        assertThat(draw("verwaltung", Language.DE, TestPortal.ADMIN, Map.of()))
                .contains("/de/verwaltung/zustand", "/de/verwaltung/schnittstellen");
    }
}
