package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import de.einsnull.testkit.city.City;
import java.util.ArrayList;
import java.util.List;
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
    /** What WCAG 1.4.10 asks for; also 1280 pixels at a zoom of 400 %. */
    private static final int NARROW = 320;

    /** The crawler looks at two pages of a family only; these are the ones with forms. */
    private static final List<String> ADMINISTRATION =
            List.of("verwaltung/nachrichten", "verwaltung/geraete", "verwaltung/geraete/neu");

    private City city;
    private Chromium chromium;
    private List<String> publicPages;
    private List<String> staffPages;

    @BeforeAll
    void findThePages(City city, Chromium chromium) {
        this.city = city;
        this.chromium = chromium;
        try (BrowserContext visitor = chromium.visitor()) {
            publicPages = Site.pages(city, visitor);
        }
        try (BrowserContext visitor = loggedIn(DESKTOP)) {
            staffPages = Stream.concat(Site.pages(city, visitor).stream(), ADMINISTRATION.stream())
                    .distinct()
                    .toList();
        }
    }

    @Test
    void theMainPlacesAreReachableByLinks() {
        assertThat(publicPages).contains("", "anmelden", "stadtkarte", "barrierefreiheit", "leichte-sprache");
        assertThat(staffPages).hasSizeGreaterThan(publicPages.size());
    }

    /** Who cannot see, or cannot use a mouse, must not be left outside. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "de-simple", "en", "uk", "tr", "ar"})
    void noPageHasAnAccessibilityFinding(String language) {
        try (BrowserContext visitor = chromium.visitor()) {
            assertThat(findings(visitor, publicPages, language)).isEmpty();
        }
    }

    @Test
    void noPageOfCityItHasAnAccessibilityFinding() {
        try (BrowserContext visitor = loggedIn(DESKTOP)) {
            assertThat(findings(visitor, staffPages, "de")).isEmpty();
        }
    }

    @Test
    void noPageHasAnAccessibilityFindingInTheDark() {
        try (BrowserContext visitor = chromium.visitorAtNight()) {
            assertThat(findings(visitor, publicPages, "de")).isEmpty();
        }
    }

    /** At 320 pixels or 400 % zoom nobody should have to scroll sideways to read. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "de-simple", "en", "uk", "tr", "ar"})
    void nothingScrollsSidewaysOnANarrowScreen(String language) {
        try (BrowserContext visitor = chromium.visitor(NARROW, true)) {
            assertThat(tooWide(visitor, publicPages, language)).isEmpty();
        }
    }

    @Test
    void nothingOfCityItScrollsSidewaysOnANarrowScreen() {
        try (BrowserContext visitor = loggedIn(NARROW)) {
            assertThat(tooWide(visitor, staffPages, "de")).isEmpty();
        }
    }

    /** A blocked or failing script must not take the page away. */
    @Test
    void everyPageSaysWhatItIsWithoutJavaScript() {
        List<String> silent = new ArrayList<>();
        try (BrowserContext visitor = chromium.visitor(DESKTOP, false);
                Page page = visitor.newPage()) {
            for (String path : publicPages) {
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
        assertThat(silent).isEmpty();
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
        try (BrowserContext visitor = chromium.visitor();
                Page page = visitor.newPage()) {
            page.onPageError(error -> complaints.add(page.url() + " " + error));
            page.onConsoleMessage(message -> {
                if ("error".equals(message.type())) {
                    complaints.add(page.url() + " " + message.text());
                }
            });
            for (String path : publicPages) {
                open(page, "de", path);
            }
        }
        assertThat(complaints).isEmpty();
    }

    private BrowserContext loggedIn(int width) {
        BrowserContext visitor = chromium.visitor(width, true);
        try (Page page = visitor.newPage()) {
            Site.logIn(city, page);
        }
        return visitor;
    }

    private List<String> tooWide(BrowserContext visitor, List<String> pages, String language) {
        List<String> wide = new ArrayList<>();
        try (Page page = visitor.newPage()) {
            for (String path : pages) {
                open(page, language, path);
                int width = (int) page.evaluate("() => document.scrollingElement.scrollWidth");
                if (width > NARROW) {
                    wide.add("/" + language + "/" + path + " is " + width + " pixels wide");
                }
            }
        }
        return wide;
    }

    private List<String> findings(BrowserContext visitor, List<String> pages, String language) {
        List<String> result = new ArrayList<>();
        try (Page page = visitor.newPage()) {
            for (String path : pages) {
                open(page, language, path);
                new AxeBuilder(page).analyze().getViolations().forEach(violation -> violation
                        .getNodes()
                        .forEach(node -> result.add("/" + language + "/" + path + " " + violation.getId() + ": "
                                + node.getTarget() + " " + node.getFailureSummary())));
            }
        }
        return result;
    }

    private Response open(Page page, String language, String path) {
        return page.navigate(city.url("/" + language + "/" + path).toString());
    }
}
