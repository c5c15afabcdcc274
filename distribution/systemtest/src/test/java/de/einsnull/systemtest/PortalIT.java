package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Waits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page that a visitor or city IT can reach, in a real browser. */
@ExtendWith(DemoCity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalIT {

    private static final int DESKTOP = 1280;

    /** Their addresses hold dots, as those of files do, which the crawler does not follow. */
    private static final List<String> FORMS = List.of(
            "verwaltung/einstellungen/de.einsnull.bus",
            "verwaltung/einstellungen/de.einsnull.portal.map",
            "verwaltung/einstellungen/de.einsnull.sensors.driver.lorawan",
            "verwaltung/einstellungen/neu/de.einsnull.sensors.driver.lorawan",
            "verwaltung/einstellungen/csv/de.einsnull.sensors.driver.mqtt");

    private static final Duration ARRIVED = Duration.ofSeconds(10);

    private final Map<String, List<Survey>> surveys = new HashMap<>();
    private City city;
    private Chromium chromium;
    private String cityIt;
    private List<String> publicPages;
    private List<String> innerPages;

    /** An account, a message that was set aside and an unknown device: empty pages would hide what the full ones do wrong. */
    @BeforeAll
    void fillAndFindThePages(City city, Chromium chromium) throws IOException {
        this.city = city;
        this.chromium = chromium;
        cityIt = Site.logIn(city, chromium);
        try (Gateway gateway = Gateway.connect(city, "portal")) {
            gateway.publish("v3/stadt@ttn/devices/portal/up", "{ this is not JSON");
            gateway.publish(
                    "v3/stadt@ttn/devices/portal/up",
                    """
                    {"end_device_ids": {"device_id": "portal", "dev_eui": "70B3D57ED0009999"},
                     "uplink_message": {"f_port": 1, "f_cnt": 1, "frm_payload": "lA=="}}
                    """);
        }
        try (BrowserContext visitor = chromium.visitor()) {
            publicPages = Site.pages(city, visitor);
        }
        try (BrowserContext visitor = chromium.visitor(DESKTOP, true, cityIt)) {
            createAnAccount(visitor);
            awaitSetAside(visitor);
            innerPages = Stream.concat(Site.pages(city, visitor).stream(), FORMS.stream())
                    .filter(path -> !publicPages.contains(path))
                    .toList();
        }
    }

    private void createAnAccount(BrowserContext visitor) {
        try (Page page = visitor.newPage()) {
            open(page, "de", "verwaltung/konten/neu");
            page.fill("input[name=name]", "marktmeister");
            page.fill("input[name=displayName]", "Marktmeisterin der Stadt");
            page.fill("input[name=more]", "markets.manager");
            page.click("main form button[type=submit]");
            // A page that is closed while it goes elsewhere may never close.
            page.locator("main .en-secret").waitFor();
        }
    }

    private void awaitSetAside(BrowserContext visitor) {
        try (Page page = visitor.newPage()) {
            Waits.until("a message set aside and an unknown device", ARRIVED, () -> {
                open(page, "de", "verwaltung/nachrichten");
                boolean message = page.locator("main tbody tr").count() > 0;
                open(page, "de", "verwaltung/geraete");
                return message && page.locator("main").innerText().contains("70B3D57ED0009999");
            });
        }
    }

    @Test
    void allPlacesAreReachableByLinks() {
        assertThat(publicPages).contains("", "anmelden", "stadtkarte", "barrierefreiheit", "leichte-sprache");
        assertThat(innerPages)
                .contains(
                        "konto",
                        "konto/passwort",
                        "verwaltung",
                        "verwaltung/zustand",
                        "verwaltung/schnittstellen",
                        "verwaltung/module",
                        "verwaltung/konten/neu",
                        "verwaltung/konten/marktmeister/sperren",
                        "verwaltung/protokoll",
                        "verwaltung/einstellungen",
                        "verwaltung/einstellungen/sichern",
                        "verwaltung/nachrichten/alle-zustellen",
                        "verwaltung/geraete/neu",
                        "verwaltung/module/hochladen",
                        "verwaltung/module/verlauf",
                        "verwaltung/module/quellen")
                .anyMatch(path -> path.matches("verwaltung/geraete/\\d+/entfernen"))
                .anyMatch(path -> path.matches("verwaltung/nachrichten/.*/zustellen"));
    }

    /** Who cannot see, or cannot use a mouse, must not be left outside. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "de-simple", "en", "uk", "tr", "ar"})
    void noPageHasAnAccessibilityFinding(String language) {
        assertThat(survey(language)).flatMap(Survey::accessibility).isEmpty();
    }

    /** At 320 pixels or 400 % zoom nobody should have to scroll sideways to read. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "de-simple", "en", "uk", "tr", "ar"})
    void nothingScrollsSidewaysOnANarrowScreen(String language) {
        assertThat(survey(language)).flatMap(Survey::sideways).isEmpty();
    }

    /** People who read slowly space the text (WCAG 1.4.12); they must not lose a word. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "de-simple", "en", "uk", "tr", "ar"})
    void noTextIsCutOffOrOverlapsWhenReadersSpaceIt(String language) {
        assertThat(survey(language)).flatMap(Survey::spacing).isEmpty();
    }

    /** Of the pages for everybody as a visitor, and of the others as city IT. */
    private List<Survey> survey(String language) {
        return surveys.computeIfAbsent(language, key -> {
            try (BrowserContext visitor = chromium.visitor();
                    BrowserContext colleague = chromium.visitor(DESKTOP, true, cityIt)) {
                return List.of(Survey.of(city, visitor, publicPages, key), Survey.of(city, colleague, innerPages, key));
            }
        });
    }

    @Test
    void noPageHasAnAccessibilityFindingInTheDark() {
        try (BrowserContext visitor = chromium.visitorAtNight(cityIt);
                Page page = visitor.newPage()) {
            List<String> findings = Stream.concat(publicPages.stream(), innerPages.stream())
                    .flatMap(path -> {
                        open(page, "de", path);
                        return Checks.accessibility(page).stream().map(finding -> path + " " + finding);
                    })
                    .toList();
            assertThat(findings).isEmpty();
        }
    }

    /** A blocked or failing script must not take the page away. */
    @Test
    void everyPageSaysWhatItIsWithoutJavaScript() {
        try (BrowserContext visitor = chromium.visitor(DESKTOP, false);
                BrowserContext colleague = chromium.visitor(DESKTOP, false, cityIt)) {
            assertThat(silent(visitor, publicPages)).isEmpty();
            assertThat(silent(colleague, innerPages)).isEmpty();
        }
    }

    private List<String> silent(BrowserContext visitor, List<String> paths) {
        List<String> silent = new ArrayList<>();
        try (Page page = visitor.newPage()) {
            for (String path : paths) {
                Response response = open(page, "de", path);
                boolean complete = response.status() == 200
                        && page.locator("main h1").count() == 1
                        && !page.locator("main h1").textContent().isBlank()
                        && page.locator("main").innerText().length() > 80
                        && page.locator("nav a").count() > 2;
                if (!complete) {
                    silent.add("/de/" + path + " " + response.status());
                }
            }
        }
        return silent;
    }

    @Test
    void cityItLogsInWithoutJavaScriptAndSeesTheAdministration() {
        try (BrowserContext visitor = chromium.visitor(DESKTOP, false);
                Page page = visitor.newPage()) {
            Site.logIn(city, page);

            page.navigate(city.url("/de/verwaltung").toString());
            assertThat(page.url()).endsWith("/de/verwaltung");
            assertThat(page.locator("main h1").count()).isEqualTo(1);
        }
    }

    @Test
    void aWrongPasswordIsAnsweredOnTheFormAndSaysNothingAboutTheAccount() {
        try (BrowserContext visitor = chromium.visitor();
                Page page = visitor.newPage()) {
            page.navigate(city.url("/de/anmelden").toString());
            page.fill("input[name=name]", "admin");
            page.fill("input[name=password]", "falsch");
            page.click("main form button[type=submit]");

            assertThat(page.url()).contains("/de/anmelden?fehler=daten");
            assertThat(page.locator("[role=alert]").first().innerText()).isNotBlank();
        }
    }

    /** The policy against injected scripts is strict; a page of ours that breaks it would be dead in the browser. */
    @Test
    void noPageBreaksItsOwnSecurityPolicyOrThrowsInAScript() {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext visitor = chromium.visitor(DESKTOP, true, cityIt);
                Page page = visitor.newPage()) {
            page.onPageError(error -> complaints.add(page.url() + " " + error));
            page.onConsoleMessage(message -> {
                if ("error".equals(message.type())) {
                    complaints.add(page.url() + " " + message.text());
                }
            });
            Stream.concat(publicPages.stream(), innerPages.stream()).forEach(path -> open(page, "de", path));
        }
        assertThat(complaints).isEmpty();
    }

    private Response open(Page page, String language, String path) {
        return page.navigate(city.url("/" + language + "/" + path).toString());
    }
}
