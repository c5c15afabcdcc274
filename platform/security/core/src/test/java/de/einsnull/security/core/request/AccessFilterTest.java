package de.einsnull.security.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.security.api.Access;
import de.einsnull.security.api.Roles;
import de.einsnull.security.core.TestConfig;
import de.einsnull.security.core.TestHouse;
import de.einsnull.security.core.Tokens;
import de.einsnull.testkit.FakeRequest;
import de.einsnull.testkit.FakeResponse;
import jakarta.servlet.FilterChain;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Hashtable;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

class AccessFilterTest {

    private static final String PAGE = "/page/*";
    private static final int SERVED = 204;

    private final FakeResponse response = new FakeResponse();
    private Framework osgi;
    private TestHouse house;
    private RequestGate gate;
    private AccessFilter filter;

    @BeforeEach
    void open(@TempDir Path storage) throws Exception {
        osgi = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString()));
        osgi.start();
        house = new TestHouse();
        var config = TestConfig.of(Map.of("maxBodyInBytes", 100L));
        gate = new RequestGate(new Identifier(house.sessions, house.basicLogins), config);
        filter = new AccessFilter(new AccessRules(osgi.getBundleContext()), house.audit, house.meters, config);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
        osgi.stop();
        osgi.waitForStop(10_000);
    }

    /** Else a servlet whose author forgot to say who may use it would be open to everybody. */
    @Test
    void refusesServletsThatStateNothing() throws Exception {
        servlet(PAGE, null);
        assertThat(status(page("/page/x"))).isEqualTo(403);
        assertThat(status(FakeRequest.get("/unknown").servedBy("/unknown"))).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "public, , 204",
        "public, citizen, 204",
        "self-checked, , 204",
        "authenticated, , 303",
        "authenticated, citizen, 204",
        "staff, , 303",
        "staff, citizen, 403",
        "staff, staff, 204",
        "staff, admin, 204",
        "admin, staff, 403",
        "admin, admin, 204",
        "parks.gardener, admin, 403",
        "parks.gardener, parks.gardener, 204",
    })
    void letsInWhoMeetsTheRequirement(String access, String role, int expected) throws Exception {
        servlet(PAGE, access);
        var request = page("/page/x");
        assertThat(status(role == null ? request : asUser(request, role))).isEqualTo(expected);
    }

    /** Else people would see an error instead of the login page, or land elsewhere after it. */
    @Test
    void sendsPeopleToTheLoginPageAndBack() throws Exception {
        servlet("/en/*", Roles.STAFF);
        run(FakeRequest.get("/en/desk").servedBy("/en/*").query("tab=2"));
        assertThat(response.header("Location")).isEqualTo("/en/anmelden?next=%2Fen%2Fdesk%3Ftab%3D2");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
    }

    /** Else programs would get a web page where they expect JSON. */
    @Test
    void tellsProgramsInTheirWay() throws Exception {
        servlet("/api/x/*", Roles.STAFF);
        run(FakeRequest.get("/api/x/1").servedBy("/api/x/*").header("Accept-Language", "en-GB,de;q=0.5"));

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(response.text()).contains("\"type\":\"/problems/login-needed\"", "\"title\":\"Login needed\"");
        assertThat(response.header("WWW-Authenticate")).startsWith("Basic");
    }

    /** Else a browser would keep the password and send it along with requests of foreign pages. */
    @Test
    void doesNotMakeBrowsersAskForAPassword() throws Exception {
        servlet("/api/x/*", Roles.STAFF);
        run(FakeRequest.get("/api/x/1").servedBy("/api/x/*").header("Sec-Fetch-Site", "same-origin"));
        assertThat(response.headers()).doesNotContainKey("WWW-Authenticate");
    }

    @Test
    void acceptsBasicForProgramsOnly() throws Exception {
        house.account("robot", Roles.STAFF);
        servlet("/api/x/*", Roles.STAFF);
        servlet(PAGE, Roles.STAFF);
        var basic = "basic " + base64("robot:" + TestHouse.PASSWORD);

        assertThat(status(FakeRequest.post("/api/x/1").servedBy("/api/x/*").header("Authorization", basic)))
                .isEqualTo(SERVED);
        assertThat(status(page("/page/x").header("Authorization", basic))).isEqualTo(303);
    }

    /** Else a typing error in a program's password would go unnoticed on public data and be tried for ever. */
    @Test
    void refusesWrongBasicCredentialsEvenWherePublicAndSlowsThemDown() throws Exception {
        servlet("/api/x/*", Access.PUBLIC);
        for (var i = 0; i < 3; i++) {
            assertThat(status(wrongBasic())).isEqualTo(401);
        }
        assertThat(status(wrongBasic())).isEqualTo(429);
        assertThat(response.header("Retry-After")).isEqualTo("61");
    }

    /** Else a foreign page could make the browser of a clerk change something. */
    @Test
    void refusesAChangeWithoutTheRightToken() throws Exception {
        servlet(PAGE, Access.SELF_CHECKED);
        var clerk = house.account("clerk", Roles.STAFF);
        var token = house.sessions.start(clerk);
        var other = house.sessions.start(clerk);

        assertThat(status(post(token))).as("none").isEqualTo(403);
        assertThat(status(post(token).field("csrf", csrf(other))))
                .as("of another session")
                .isEqualTo(403);
        assertThat(status(post(token).field("csrf", csrf(token)))).isEqualTo(SERVED);
        assertThat(status(post(token).header("X-CSRF-Token", csrf(token)))).isEqualTo(SERVED);
        assertThat(house.audit.actions()).contains("request.forged");
    }

    /** Else a subdomain that can set cookies could replace the token of a session by one it knows. */
    @Test
    void doesNotAcceptTheFormCookieOfALoggedInBrowser() throws Exception {
        servlet(PAGE, Access.SELF_CHECKED);
        var token = house.sessions.start(house.account("clerk", Roles.STAFF));
        assertThat(status(post(token).cookie(Cookies.FORM, "planted").field("csrf", csrf("planted"))))
                .isEqualTo(403);
    }

    /** Else somebody could be logged in to a stranger's account, or a form be sent in their name. */
    @Test
    void protectsFormsOfPeopleWithoutAnAccount() throws Exception {
        servlet(PAGE, Access.PUBLIC);
        var form = FakeRequest.post("/page/x").servedBy(PAGE);
        assertThat(status(form)).isEqualTo(403);
        assertThat(status(form.cookie(Cookies.FORM, "mine").field("csrf", csrf("other"))))
                .isEqualTo(403);
        assertThat(status(form.field("csrf", csrf("mine")))).isEqualTo(SERVED);
        assertThat(status(form.header("Sec-Fetch-Site", "cross-site"))).isEqualTo(403);
    }

    /** Else a form with a file could not be sent, or files of strangers would have to be read to find its token. */
    @Test
    void leavesFormsWithFilesToServletsThatCheckThem() throws Exception {
        register(PAGE, Map.of(Access.PROPERTY, Access.SELF_CHECKED, Access.UPLOADS, Access.SELF_CHECKED));
        servlet("/other/*", Access.SELF_CHECKED);
        var token = house.sessions.start(house.account("clerk", Roles.STAFF));
        var form = "Multipart/form-data; boundary=x";

        assertThat(status(post(token).header("Content-Type", form).header("Content-Length", "101")))
                .isEqualTo(SERVED);
        assertThat(status(post(token).header("Content-Type", form).header("Sec-Fetch-Site", "cross-site")))
                .isEqualTo(403);
        assertThat(status(post(token).header("Content-Type", "text/plain"))).isEqualTo(403);
        var other = FakeRequest.post("/other/x").servedBy("/other/*").cookie(Cookies.SESSION, token);
        assertThat(status(other.header("Content-Type", form))).isEqualTo(403);
    }

    /** Else a webhook of a gateway, which has no cookie, could not deliver. */
    @Test
    void asksProgramsWithoutCookiesForNoToken() throws Exception {
        servlet("/api/x/*", Access.SELF_CHECKED);
        var hook = FakeRequest.post("/api/x/hook").servedBy("/api/x/*").header("Authorization", "Bearer abc");
        assertThat(status(hook)).isEqualTo(SERVED);
    }

    @Test
    void asksOurOwnScriptsForTheToken() throws Exception {
        servlet("/api/x/*", Access.SELF_CHECKED);
        var token = house.sessions.start(house.account("clerk", Roles.STAFF));
        var call = FakeRequest.post("/api/x/1").servedBy("/api/x/*").cookie(Cookies.SESSION, token);
        assertThat(status(call)).isEqualTo(403);
        assertThat(status(call.header("X-CSRF-Token", csrf(token)))).isEqualTo(SERVED);
    }

    /** Else a database that is down would take the public pages down with it, or open the others. */
    @Test
    void servesPublicPagesWhileTheAccountsAreAway() throws Exception {
        servlet(PAGE, Access.PUBLIC);
        servlet("/staff/*", Roles.STAFF);
        house.lose();

        assertThat(status(page("/page/x"))).isEqualTo(SERVED);
        assertThat(status(page("/page/x").cookie(Cookies.SESSION, "some"))).isEqualTo(SERVED);
        var desk = FakeRequest.get("/staff/x").servedBy("/staff/*").cookie(Cookies.SESSION, "some");
        assertThat(status(desk)).isEqualTo(503);
    }

    /** Else one request could fill the memory. */
    @Test
    void limitsBodies() throws Exception {
        servlet("/api/x/*", Access.PUBLIC);
        var stated = FakeRequest.post("/api/x/1").servedBy("/api/x/*").header("Content-Length", "101");
        assertThat(status(stated)).isEqualTo(413);

        FilterChain reads = (request, answer) -> request.getInputStream().readAllBytes();
        run(FakeRequest.post("/api/x/1").servedBy("/api/x/*").body("x".repeat(101)), reads);
        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(response.text()).contains("body-too-large");
        run(FakeRequest.post("/api/x/1").servedBy("/api/x/*").body("x".repeat(100)), reads);
    }

    /** Else the connection would be reset under a client that is still sending, and it would never learn why. */
    @Test
    void readsWhatARefusedClientStillSends() throws Exception {
        servlet("/api/x/*", Access.PUBLIC);
        var body = "x".repeat(100_000);
        var refused = FakeRequest.post("/api/x/1")
                .servedBy("/api/x/*")
                .header("Content-Length", "100000")
                .body(body);
        assertThat(status(refused)).isEqualTo(413);
        assertThat(refused.getInputStream().read()).isEqualTo(-1);

        var unread = FakeRequest.post("/api/x/1").servedBy("/api/x/*").body(body);
        assertThat(status(unread)).isEqualTo(SERVED);
        assertThat(unread.getInputStream().read()).isEqualTo(-1);
    }

    /** Else a client that waits for leave to send would be told to send what nobody wants. */
    @Test
    void doesNotAskForABodyThatItRefused() throws Exception {
        servlet("/api/x/*", Access.PUBLIC);
        var asks = FakeRequest.post("/api/x/1")
                .servedBy("/api/x/*")
                .header("Content-Length", "101")
                .header("Expect", "100-continue")
                .body("x".repeat(101));
        assertThat(status(asks)).isEqualTo(413);
        assertThat(asks.getInputStream().read()).isEqualTo('x');
    }

    @Test
    void respectsALimitThatAServletStates() throws Exception {
        register("/api/x/*", Map.of(Access.PROPERTY, Access.PUBLIC, Access.BODY_LIMIT, 1_000L));
        var long1 = FakeRequest.post("/api/x/1").servedBy("/api/x/*");
        assertThat(status(long1.header("Content-Length", "1000"))).isEqualTo(SERVED);
        assertThat(status(long1.header("Content-Length", "1001"))).isEqualTo(413);
    }

    /** Else a bundle that comes with a higher ranking would be judged by the statement of the one it replaces. */
    @Test
    void followsServletsThatComeAndGo() throws Exception {
        servlet(PAGE, Access.PUBLIC);
        var admin = register(PAGE, Map.of(Access.PROPERTY, Roles.ADMIN, Constants.SERVICE_RANKING, 10));
        assertThat(status(page("/page/x"))).isEqualTo(303);
        admin.setProperties(new Hashtable<>(Map.of(
                "osgi.http.whiteboard.servlet.pattern", PAGE, Access.PROPERTY, Roles.ADMIN, "service.ranking", -1)));
        assertThat(status(page("/page/x"))).isEqualTo(SERVED);
        admin.unregister();
        assertThat(status(page("/page/x"))).isEqualTo(SERVED);
    }

    /** Else a session that has ended would let its owner in for ever. */
    @Test
    void sendsPeopleWithAnEndedSessionToTheLoginPage() throws Exception {
        servlet(PAGE, Roles.STAFF);
        var request = asUser(page("/page/x"), Roles.STAFF);
        house.clock.advance(Duration.ofMinutes(31));
        assertThat(status(request)).isEqualTo(303);
    }

    private FakeRequest wrongBasic() {
        return FakeRequest.get("/api/x/1")
                .servedBy("/api/x/*")
                .header("Authorization", "Basic " + base64("robot:wrong"));
    }

    private static FakeRequest page(String path) {
        return FakeRequest.get(path).servedBy(PAGE);
    }

    private static FakeRequest post(String token) {
        return FakeRequest.post("/page/x").servedBy(PAGE).cookie(Cookies.SESSION, token);
    }

    private FakeRequest asUser(FakeRequest request, String role) {
        return request.cookie(Cookies.SESSION, house.sessions.start(house.account("user", role)));
    }

    private static String csrf(String secret) {
        return Tokens.sha256("csrf:" + secret);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private int status(FakeRequest request) throws Exception {
        response.setStatus(200);
        run(request);
        return response.getStatus();
    }

    private void run(FakeRequest request) throws Exception {
        run(request, (inner, answer) -> ((FakeResponse) answer).setStatus(SERVED));
    }

    private void run(FakeRequest request, FilterChain servlet) throws Exception {
        gate.doFilter(request, response, (inner, answer) -> filter.doFilter(inner, answer, servlet));
    }

    private void servlet(String pattern, String access) {
        register(pattern, access == null ? Map.of() : Map.of(Access.PROPERTY, access));
    }

    private ServiceRegistration<?> register(String pattern, Map<String, Object> properties) {
        var all = new Hashtable<>(properties);
        all.put("osgi.http.whiteboard.servlet.pattern", new String[] {pattern});
        return osgi.getBundleContext().registerService(Object.class, new Object(), all);
    }
}
