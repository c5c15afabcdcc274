package de.einsnull.security.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.security.api.Identity;
import de.einsnull.security.api.Roles;
import de.einsnull.security.core.TestConfig;
import de.einsnull.security.core.TestHouse;
import de.einsnull.testkit.FakeRequest;
import de.einsnull.testkit.FakeResponse;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestGateTest {

    private static final FilterChain NOTHING = (request, response) -> {};

    private final Requests current = new Requests();
    private final FakeResponse response = new FakeResponse();
    private TestHouse house;

    @BeforeEach
    void open() throws Exception {
        house = new TestHouse();
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    /** Else a page with a mistake in it could run scripts of others or be framed by a foreign site. */
    @Test
    void setsSecurityHeadersOnEverything() throws Exception {
        gate().doFilter(FakeRequest.get("/nowhere"), response, NOTHING);

        assertThat(response.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                        + " font-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self';"
                        + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(response.headers())
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Referrer-Policy", "same-origin")
                .containsEntry("Cross-Origin-Opener-Policy", "same-origin")
                .containsEntry("Cross-Origin-Resource-Policy", "same-origin")
                .containsKey("Permissions-Policy")
                .doesNotContainKeys("Strict-Transport-Security", "Cache-Control");
    }

    @Test
    void addsConfiguredOriginsAndRefusesAnythingElse() throws Exception {
        // As it comes from a file of settings.
        gate("contentSources", new String[] {"https://tiles.example.org, https://fonts.example.org"})
                .doFilter(FakeRequest.get("/"), response, NOTHING);
        assertThat(response.header("Content-Security-Policy"))
                .contains("connect-src 'self' https://tiles.example.org https://fonts.example.org;")
                .contains("img-src 'self' data: blob: https://tiles.example.org https://fonts.example.org;");
        assertThatThrownBy(() -> new SecurityHeaders("https://x.org; script-src *"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SecurityHeaders("*")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Else the page of one person could be shown to the next from a cache. */
    @Test
    void forbidsCachesToKeepWhatDependsOnThePerson() throws Exception {
        gate().doFilter(FakeRequest.get("/").cookie("einsnull-session", "x"), response, NOTHING);
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
    }

    /** Else browsers would go on using http, or log lines would show the proxy instead of the client. */
    @Test
    void believesTrustedProxies() throws Exception {
        var seen = pass(FakeRequest.get("/de/")
                .from("127.0.0.1")
                .header("X-Forwarded-For", "203.0.113.9, 198.51.100.4")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "stadt.example.org")
                .header("X-Request-Id", "proxy-0001"));

        assertThat(seen.getRemoteAddr()).as("the address the proxy itself saw").isEqualTo("198.51.100.4");
        assertThat(seen.isSecure()).isTrue();
        assertThat(seen.getRequestURL()).hasToString("https://stadt.example.org/de/");
        assertThat(response.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(response.header("X-Request-Id")).isEqualTo("proxy-0001");
    }

    /** Else anybody could choose the address that the rate limit counts. */
    @Test
    void ignoresWhatOthersClaim() throws Exception {
        var seen = pass(FakeRequest.get("/")
                .header("X-Forwarded-For", "127.0.0.1")
                .header("X-Forwarded-Proto", "https")
                .header("X-Request-Id", "made-up-0001"));

        assertThat(seen.getRemoteAddr()).isEqualTo("192.0.2.7");
        assertThat(seen.isSecure()).isFalse();
        assertThat(response.header("X-Request-Id")).isNotEqualTo("made-up-0001");
    }

    /** Else a proxy that passes nonsense on could put it into logs and links. */
    @Test
    void ignoresMalformedProxyHeaders() throws Exception {
        var seen = pass(FakeRequest.get("/")
                .from("127.0.0.1")
                .header("X-Forwarded-For", "not an address")
                .header("X-Forwarded-Host", "evil.org/path?\"")
                .header("X-Forwarded-Proto", "javascript")
                .header("X-Request-Id", "a\nb"));

        assertThat(seen.getRemoteAddr()).isEqualTo("127.0.0.1");
        assertThat(seen.getRequestURL()).hasToString("http://localhost:8080/");
        assertThat(response.header("X-Request-Id")).matches("[A-Za-z0-9_-]{16}");
    }

    /** Else modules would know the wrong person, or the next request on the thread would inherit one. */
    @Test
    void tellsModulesWhoAsksWhileTheRequestLasts() throws Exception {
        var clerk = house.account("clerk", Roles.STAFF);
        var token = house.sessions.start(clerk);
        var seen = new AtomicReference<Identity>();
        gate().doFilter(
                        FakeRequest.get("/").cookie(Cookies.SESSION, token),
                        response,
                        (request, answer) -> seen.set(current.identity()));

        assertThat(seen).hasValue(clerk);
        assertThat(current.identity()).isEqualTo(Identity.ANONYMOUS);
        assertThat(current.requestId()).isEmpty();
        assertThat(current.csrfToken()).isEmpty();
    }

    @Test
    void forgetsTheRequestAlsoAfterAFailure() {
        assertThatThrownBy(() -> gate().doFilter(FakeRequest.get("/"), response, (request, answer) -> {
                    throw new ServletException("broken page");
                }))
                .isInstanceOf(ServletException.class);
        assertThat(current.requestId()).isEmpty();
    }

    /** Else a page that several threads draw would treat a clerk as a stranger. */
    @Test
    void carriesTheRequestToOtherThreads() throws Exception {
        var other = Executors.newSingleThreadExecutor();
        try {
            Callable<String> ask = current::requestId;
            gate().doFilter(FakeRequest.get("/"), response, (request, answer) -> {
                try {
                    var carried = other.submit(current.carry(ask)).get(5, TimeUnit.SECONDS);
                    assertThat(carried).isEqualTo(current.requestId()).isNotEmpty();
                    assertThat(other.submit(ask).get(5, TimeUnit.SECONDS))
                            .as("afterwards")
                            .isEmpty();
                } catch (Exception e) {
                    throw new ServletException(e);
                }
            });
        } finally {
            other.shutdownNow();
        }
    }

    /** Else forms for people without an account could not be protected. */
    @Test
    void givesAFormCookieToWhoHasNoSession() throws Exception {
        var token = new AtomicReference<String>();
        gate().doFilter(FakeRequest.get("/").https(), response, (request, answer) -> token.set(current.csrfToken()));

        var cookie = response.cookies().get(Cookies.FORM);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(token.get()).hasSize(64).isNotEqualTo(cookie.getValue());
    }

    private HttpServletRequest pass(FakeRequest request) throws Exception {
        var seen = new AtomicReference<HttpServletRequest>();
        gate().doFilter(request, response, (inner, answer) -> seen.set((HttpServletRequest) inner));
        return seen.get();
    }

    private RequestGate gate() {
        return new RequestGate(new Identifier(house.sessions, house.basicLogins), TestConfig.of(Map.of()));
    }

    private RequestGate gate(String key, Object value) {
        return new RequestGate(new Identifier(house.sessions, house.basicLogins), TestConfig.of(Map.of(key, value)));
    }
}
