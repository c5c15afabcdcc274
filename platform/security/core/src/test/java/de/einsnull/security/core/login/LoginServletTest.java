package de.einsnull.security.core.login;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.security.api.Identity;
import de.einsnull.security.api.Roles;
import de.einsnull.security.core.TestHouse;
import de.einsnull.security.core.request.Cookies;
import de.einsnull.security.core.request.Requests;
import de.einsnull.security.core.session.Session;
import de.einsnull.testkit.FakeRequest;
import de.einsnull.testkit.FakeResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginServletTest {

    private final FakeResponse response = new FakeResponse();
    private TestHouse house;
    private Identity clerk;

    @BeforeEach
    void open() throws Exception {
        house = new TestHouse();
        clerk = house.account("clerk", Roles.STAFF);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    void opensASessionAndGoesWhereThePersonWanted() {
        logIn(form("clerk", TestHouse.PASSWORD)
                .field("next", "/de/arbeitsplatz?tab=2")
                .https());

        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(response.header("Location")).isEqualTo("/de/arbeitsplatz?tab=2");
        var cookie = response.cookies().get(Cookies.SESSION);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(cookie.getMaxAge()).as("ends with the browser").isEqualTo(-1);
        assertThat(house.sessions.find(cookie.getValue()))
                .map(Session::identity)
                .contains(clerk);
    }

    /** Else somebody who planted a session into the browser before would be logged in as the clerk too. */
    @Test
    void neverTakesOverTheSessionThatTheBrowserHad() {
        var planted = house.sessions.start(house.account("attacker"));
        logIn(form("clerk", TestHouse.PASSWORD).cookie(Cookies.SESSION, planted));

        assertThat(response.cookies().get(Cookies.SESSION).getValue()).isNotEqualTo(planted);
        assertThat(house.sessions.find(planted)).isEmpty();
    }

    /** Else a link to our login page could lead on to a forged page. */
    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\nb", ""})
    void doesNotLeadElsewhere(String next) {
        logIn(form("clerk", TestHouse.PASSWORD).field("next", next).field("lang", "tr"));
        assertThat(response.header("Location")).isEqualTo("/tr/");
    }

    @Test
    void saysWhatIsWrongAndKeepsTheWay() {
        logIn(form("clerk", "wrong").field("next", "/uk/x").field("lang", "uk"));
        assertThat(response.header("Location")).isEqualTo("/uk/anmelden?fehler=daten&next=%2Fuk%2Fx");
        assertThat(response.cookies()).isEmpty();
        logIn(FakeRequest.post("/login"));
        assertThat(response.header("Location")).contains("fehler=daten");
    }

    @Test
    void saysThatAnAccountIsLockedOrThatThereWereTooManyAttempts() {
        house.accounts.setLocked("clerk", true);
        logIn(form("clerk", TestHouse.PASSWORD));
        assertThat(response.header("Location")).contains("fehler=gesperrt");
        for (var i = 0; i < 3; i++) {
            logIn(form("clerk", "wrong"));
        }
        logIn(form("clerk", TestHouse.PASSWORD));
        assertThat(response.header("Location")).contains("fehler=rate");
    }

    @Test
    void saysThatTheAccountsAreAway() {
        house.lose();
        logIn(form("clerk", TestHouse.PASSWORD));
        assertThat(response.header("Location")).contains("fehler=dienst");
    }

    /** Else a language from the outside would end up in a header. */
    @Test
    void knowsItsLanguages() {
        logIn(form("clerk", TestHouse.PASSWORD).field("lang", "x/../evil").header("Accept-Language", "fr, ar-EG"));
        assertThat(response.header("Location")).isEqualTo("/ar/");
    }

    @Test
    void logsOutOnTheServerToo() throws Exception {
        var token = house.sessions.start(clerk);
        logOut(token);
        assertThat(response.header("Location")).isEqualTo("/de/");
        assertThat(response.cookies().get(Cookies.SESSION).getMaxAge()).isZero();
        assertThat(house.sessions.find(token)).isEmpty();
    }

    /** Else a person would leave a public computer believing to be logged out. */
    @Test
    void doesNotClaimALogoutThatDidNotHappen() throws Exception {
        var token = house.sessions.start(clerk);
        house.lose();
        logOut(token);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.cookies()).isEmpty();
    }

    private void logIn(FakeRequest request) {
        new LoginServlet(house.authenticator, house.sessions).doPost(request, response);
    }

    private void logOut(String token) throws Exception {
        new LogoutServlet(house.sessions, house.audit, new Requests())
                .doPost(
                        FakeRequest.post("/logout")
                                .cookie(Cookies.SESSION, token)
                                .field("lang", "de"),
                        response);
    }

    private static FakeRequest form(String name, String password) {
        return FakeRequest.post("/login").field("name", name).field("password", password);
    }
}
