package de.einsnull.portal.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.shell.testing.FakeBundle;
import de.einsnull.portal.shell.testing.MemoryResources;
import de.einsnull.portal.shell.testing.TestPortal;
import de.einsnull.testkit.FakeRequest;
import de.einsnull.testkit.FakeResponse;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, cookies, caches and compression, as a browser sees them. */
class ServletsTest {

    private final TestPortal portal = new TestPortal();
    private final FakeBundle bundle = new FakeBundle(new MemoryResources("trees")
            .with("templates/page.peb", "<h1>{{ title }}</h1>")
            .with("static/trees.css", "a{color:red}".repeat(50))
            .with("OSGI-INF/l10n/messages.properties", "title=\"Bäume\" </script>"));
    private final PortalServlet servlet = new PortalServlet(
            new PageFlow(
                    portal.registry(),
                    portal.ownPages(),
                    portal.contributors(),
                    portal.lanes(),
                    portal.meters(),
                    portal.frame(),
                    portal.errors()),
            portal.errors(),
            portal.menus(),
            portal.contributors(),
            portal.current());

    @AfterEach
    void close() {
        portal.close();
    }

    private static FakeResponse send(HttpServlet servlet, FakeRequest request) throws Exception {
        var response = new FakeResponse();
        servlet.service(request, response);
        return response;
    }

    /** What the assets' servlet is asked for stands behind its pattern. */
    private static FakeRequest asset(String address) {
        return FakeRequest.get(address).info(address.substring(address.indexOf('/', 1)));
    }

    private FakeResponse get(String path) throws Exception {
        return send(servlet, FakeRequest.get(path));
    }

    @Test
    void sendsTheBareAddressToTheVisitorsLanguage() throws Exception {
        assertThat(get("/").headers()).containsEntry("Location", "/de/").containsEntry("Cache-Control", "no-store");
        var turkish = send(servlet, FakeRequest.get("/").header("Accept-Language", "tr,en;q=0.5"));
        assertThat(turkish.headers()).containsEntry("Location", "/tr/");
        var chosen = send(
                servlet,
                FakeRequest.get("/")
                        .header("Accept-Language", "tr")
                        .cookie(Preferences.COOKIE, "uk.normal.normal.auto"));
        assertThat(chosen.getStatus()).isEqualTo(303);
        assertThat(chosen.headers()).containsEntry("Location", "/uk/");
    }

    @Test
    void answersInEveryLanguage() throws Exception {
        for (String language : new String[] {"de", "de-simple", "en", "uk", "tr", "ar"}) {
            assertThat(get("/" + language + "/").text()).contains("<html lang=\"" + language + "\"");
            assertThat(get("/" + language).headers()).containsEntry("Location", "/" + language + "/");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/nirgends, 404",
        "/fr/, 404",
        "/favicon.ico, 404",
        "/de/%2e%2e/x, 400",
        "/de/%00, 400",
        "/de/%ff, 400",
        "/de/%zz, 400",
        "/de/a%5cb, 400",
        "/de/impressum/, 200"
    })
    void answersOddAddresses(String path, int status) throws Exception {
        assertThat(get(path).getStatus()).isEqualTo(status);
    }

    @Test
    void sparesAnUnchangedPage() throws Exception {
        var first = get("/de/impressum");
        assertThat(first.headers())
                .containsEntry("Cache-Control", "private, no-cache")
                .containsEntry("Vary", "Accept-Encoding, Cookie");
        var again = send(
                servlet,
                FakeRequest.get("/de/impressum")
                        .header("If-None-Match", first.headers().get("ETag")));
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
    }

    @Test
    void compressesForBrowsersThatTakeIt() throws Exception {
        var zipped = send(servlet, FakeRequest.get("/de/impressum").header("Accept-Encoding", "br, gzip"));
        assertThat(zipped.headers()).containsEntry("Content-Encoding", "gzip");
        byte[] page = new GZIPInputStream(new ByteArrayInputStream(zipped.bytes())).readAllBytes();
        assertThat(new String(page, StandardCharsets.UTF_8)).contains("Impressum");
        var form = send(servlet, FakeRequest.get("/de/anmelden").header("Accept-Encoding", "gzip"));
        assertThat(form.headers()).doesNotContainKey("Content-Encoding").containsEntry("Cache-Control", "no-store");
    }

    @Test
    void answersHeadWithoutABody() throws Exception {
        assertThat(send(servlet, FakeRequest.of("HEAD", "/de/impressum")).bytes())
                .isEmpty();
    }

    @Test
    void remembersALanguageChosenByHand() throws Exception {
        var exchange = send(servlet, FakeRequest.get("/ar/impressum").field("merken", "1"));
        assertThat(exchange.headers()).containsEntry("Location", "/ar/impressum");
        assertThat(exchange.cookies().values()).singleElement().satisfies(cookie -> {
            assertThat(cookie.getValue()).isEqualTo("ar.normal.normal.auto");
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        });
    }

    @Test
    void remembersHowAVisitorWantsToSeeThePortal() throws Exception {
        var exchange = send(
                servlet,
                FakeRequest.get("/de/einstellungen")
                        .field("kontrast", "high")
                        .field("schrift", "larger")
                        .field("farben", "dark")
                        .field("zurueck", "impressum"));
        assertThat(exchange.headers()).containsEntry("Location", "/de/impressum");
        assertThat(exchange.cookies().values()).singleElement().satisfies(cookie -> assertThat(cookie.getValue())
                .isEqualTo(".high.larger.dark"));
    }

    @Test
    void givesTheMenuAsDataToOpenPages() throws Exception {
        portal.add(bundle, new MenuEntry(MenuEntry.Place.CITIZEN, 1, "baeume", "title", "tree", "public"));
        portal.add(bundle, new MenuEntry(MenuEntry.Place.CITIZEN, 2, "geheim", "title", "tree", "staff"));
        var menu = send(servlet, FakeRequest.get("/en/menue.json").field("hier", "baeume/7"));
        assertThat(menu.headers()).containsEntry("Content-Type", "application/json");
        assertThat(menu.text())
                .contains(
                        "\"href\":\"/en/baeume\"",
                        "\"title\":\"\\\"Bäume\\\" \\u003c/script>\"",
                        "\"current\":true",
                        "\"lang\":\"de\"")
                .doesNotContain("geheim");
    }

    @Test
    void servesAssetsForEverAtTheirAddress() throws Exception {
        portal.add(bundle, "baeume", "public", request -> PageResponse.view("page", "title", Map.of()));
        var assets = new AssetServlet(portal.contributors(), portal.theme());
        String address = portal.contributors().assets("trees").orElseThrow().address("trees.css");
        var now = send(assets, asset(address).header("Accept-Encoding", "gzip"));
        assertThat(now.headers())
                .containsEntry("Cache-Control", "public, max-age=31536000, immutable")
                .containsEntry("Content-Encoding", "gzip");
        var old = send(assets, asset("/assets/trees/0123456789abcdef/trees.css"));
        assertThat(old.text())
                .as("a page from before an update still looks right")
                .startsWith("a{");
        assertThat(old.headers()).containsEntry("Cache-Control", "no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/trees/1/../../templates/page.peb",
                "/assets/nobody/1/a.css",
                "/assets/trees",
                "/assets/",
                "/assets/theme/1/other.css",
                "/assets/trees/1/"
            })
    void servesNothingElse(String path) throws Exception {
        var assets = new AssetServlet(portal.contributors(), portal.theme());
        assertThat(send(assets, asset(path)).getStatus()).isEqualTo(404);
    }

    @Test
    void servesTheCitysTheme() throws Exception {
        var assets = new AssetServlet(portal.contributors(), portal.theme());
        assertThat(send(assets, asset(portal.theme().get().cssAddress())).text())
                .contains("--en-brand:");
        assertThat(send(assets, asset(portal.theme().get().coatOfArmsAddress())).text())
                .contains("<svg");
    }

    @ParameterizedTest
    @CsvSource({"401", "403", "404", "413", "418", "429", "500", "503"})
    void showsErrorsOfTheServerAsPages(int status) throws Exception {
        var errors = new ErrorServlet(portal.errors(), portal.current());
        var exchange = send(
                errors,
                FakeRequest.get("/x/y")
                        .header("Accept", "text/html")
                        .attribute(RequestDispatcher.ERROR_STATUS_CODE, status)
                        .attribute(RequestDispatcher.ERROR_REQUEST_URI, "/en/x"));
        assertThat(exchange.getStatus()).isEqualTo(status);
        assertThat(exchange.text())
                .contains("<html lang=\"en\"", "Go to the home page")
                .doesNotContain("error.");
    }

    @Test
    void tellsProgramsInTheirOwnForm() throws Exception {
        var errors = new ErrorServlet(portal.errors(), portal.current());
        var exchange = send(errors, FakeRequest.get("/x").attribute(RequestDispatcher.ERROR_STATUS_CODE, 404));
        assertThat(exchange.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(exchange.text()).contains("\"status\":404");
    }

    @Test
    void saysThatAFormExpiredAndNotThatThePersonMayNot() throws Exception {
        var errors = new ErrorServlet(portal.errors(), portal.current());
        var exchange = send(
                errors,
                FakeRequest.post("/de/x")
                        .header("Accept", "text/html")
                        .attribute(RequestDispatcher.ERROR_STATUS_CODE, 403)
                        .attribute(RequestDispatcher.ERROR_REQUEST_URI, "/de/x"));
        assertThat(exchange.text()).contains("Das Formular ist abgelaufen");
    }

    @Test
    void listsThePortalsPublicPagesForApps() throws Exception {
        portal.add(bundle, "baeume", "public", request -> PageResponse.notFound());
        portal.add(bundle, "intern", "staff", request -> PageResponse.notFound());
        var manifest = new ManifestServlet(portal.registry(), portal.theme());
        String json = send(manifest, FakeRequest.get("/portal/manifest.json")).text();
        assertThat(json)
                .contains("\"city\":\"Oelde\"", "\"path\":\"baeume\",\"module\":\"trees\"", "\"de-simple\"")
                .doesNotContain("intern");
    }
}
