package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import de.einsnull.harness.PartnerBundle;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Waits;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A partner's module is found when it comes, by those it is for, and no longer when it goes. */
@ExtendWith(DemoCity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SearchIT {

    private static final Duration DEPLOYED = Duration.ofSeconds(10);
    private static final int DESKTOP = 1280;

    private static final String SOURCE =
            """
            import de.einsnull.search.api.*;
            import java.util.List;
            import java.util.function.Consumer;
            public final class Feasts implements SearchSource {
              public void documents(Consumer<SearchDocument> into) {
                into.accept(SearchDocument.of("feast", "1", "Zwetschgenfest auf dem Markt").link("suche").facet("area", "Altstadt")
                    .body("Am Samstag gibt es Zwetschgenkuchen, Musik und eine Fahrradversteigerung.").readers(Readers.PUBLIC).build());
                into.accept(SearchDocument.of("feast", "2", "Zwetschgenfest: Geheimplan").link("suche").facet("area", "Tresorraum")
                    .body("Die Kasse steht im Tresorraum.").readers(Readers.role("staff")).build());
              }
              public List<SearchDocument> document(String id) { return List.of(); }
            }
            """;

    private City city;
    private Chromium chromium;
    private Path module;

    @BeforeAll
    void dropTheModule(City running, Chromium browser) {
        city = running;
        chromium = browser;
        module = new PartnerBundle("de.example.feasts", "1.0.0")
                .imports("de.einsnull.search.api;version=\"[1,2)\"")
                .property("einsnull.search.type", "feast")
                .property("einsnull.search.titleKey", "feast.title")
                .resource("OSGI-INF/l10n/messages.properties", "feast.title=Feste\n")
                .resource("OSGI-INF/l10n/messages_en.properties", "feast.title=Feasts\n")
                .component("Feasts", "de.einsnull.search.api.SearchSource", SOURCE)
                .dropInto(city.deploy());
        Waits.until("the module to be found", DEPLOYED, () -> api("", "Zwetschgenfest")
                .contains("\"total\":1"));
    }

    @AfterAll
    void removeTheModule() throws IOException {
        Files.deleteIfExists(module);
    }

    private String api(String below, String text) throws IOException {
        return city.get("/api/search" + below + "?q=" + encoded(text)).body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Not in hits, numbers, facets, suggestions or spellings: the citizen does not even learn that it is there. */
    @Test
    @Order(1)
    void whatIsForTheStaffIsFoundByTheStaffOnly() throws IOException {
        assertThat(api("", "Zwetschgenfest"))
                .contains("\"total\":1", "Altstadt")
                .doesNotContain("Geheimplan", "Tresorraum");
        assertThat(api("", "Geheimplan")).contains("\"total\":0", "\"types\":[]", "\"facets\":{}");
        assertThat(api("", "Geheimplam")).doesNotContain("didYouMean\":\"");
        assertThat(api("/suggest", "Geheim")).isEqualTo("[]");

        var staff = city.send(city.asAdmin("/api/search?q=Geheimplan")).body();
        assertThat(staff).contains("\"total\":1", "Tresorraum");
    }

    @Test
    @Order(1)
    void aCompoundATypoAndAnotherFormLeadToIt() throws IOException {
        for (String typed : List.of("Kuchen", "Versteigerungen", "Zwetschenfest", "\"Zwetschgenfest auf dem Markt\"")) {
            assertThat(api("", typed)).as(typed).contains("Zwetschgenfest auf dem Markt");
        }
    }

    @Test
    @Order(1)
    void pagesAndSensorsOfTheCityAreFound() throws IOException {
        city.awaitText("/de/suche?q=stadtkarte", "/de/stadtkarte");
        city.awaitText("/en/suche?q=car+parks&art=sensor", "/en/sensoren/");
    }

    /** A query bomb is answered like any other query, not with an error page. */
    @Test
    @Order(1)
    void nothingThatIsTypedIsAnError() throws IOException {
        for (String typed : List.of("a* OR (b* AND ".repeat(100), "\"".repeat(400), "/.*.*.*/", "x:y:z -", "%00")) {
            assertThat(city.get("/api/search?q=" + encoded(typed)).statusCode())
                    .as(typed)
                    .isEqualTo(200);
            assertThat(city.get("/de/suche?q=" + encoded(typed)).statusCode())
                    .as(typed)
                    .isEqualTo(200);
        }
    }

    @Test
    @Order(2)
    void suggestionsHelpWhoeverTypes() {
        try (BrowserContext visitor = chromium.visitor();
                Page page = visitor.newPage()) {
            page.navigate(city.url("/de/").toString());
            var field = page.locator("#suche-oben");
            field.pressSequentially("fest zwet");
            page.waitForSelector(".en-header [role=option]");

            assertThat(page.textContent(".en-header [role=listbox]")).contains("Zwetschgenfest auf dem Markt");
            assertThat(Checks.accessibility(page)).isEmpty();

            field.press("ArrowDown");
            assertThat(field.getAttribute("aria-activedescendant")).isNotEmpty();
            field.press("Enter");
            page.waitForURL(address -> address.contains("/de/suche?q=Zwetschgenfest"));
            assertThat(page.textContent("main")).contains("Zwetschgenfest auf dem Markt", "Treffer", "Feste");
            assertThat(page.locator("main mark").first().textContent()).isEqualTo("Zwetschgenfest");
        }
    }

    @Test
    @Order(2)
    void escapeClosesTheSuggestionsAndLeavesTheText() {
        try (BrowserContext visitor = chromium.visitor();
                Page page = visitor.newPage()) {
            page.navigate(city.url("/de/suche").toString());
            var field = page.locator("#suche-text");
            field.pressSequentially("zwet");
            page.waitForSelector("main [role=option]");
            field.press("Escape");

            var hidden = new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN);
            page.waitForSelector("main [role=listbox]", hidden);
            assertThat(field.inputValue()).isEqualTo("zwet");
        }
    }

    @Test
    @Order(2)
    void everyPageOfTheSearchIsForEverybody() {
        List<String> paths = List.of(
                "suche", "suche?q=fest", "suche?q=parken&art=sensor", "suche?q=Zwetschenfest", "suche?q=xyzxyz");
        for (String language : List.of("de", "de-simple", "en", "uk", "tr", "ar")) {
            try (BrowserContext visitor = chromium.visitor(DESKTOP, true)) {
                Survey survey = Survey.of(city, visitor, paths, language);
                assertThat(survey.accessibility()).isEmpty();
                assertThat(survey.sideways()).isEmpty();
                assertThat(survey.spacing()).isEmpty();
            }
        }
    }

    @Test
    @Order(2)
    void withoutScriptsTheFormDoesIt() {
        try (BrowserContext visitor = chromium.visitor(Survey.NARROW, false);
                Page page = visitor.newPage()) {
            page.navigate(city.url("/tr/").toString());
            page.fill("#suche-oben", "Zwetschgenfest");
            page.press("#suche-oben", "Enter");
            page.waitForURL(address -> address.contains("/tr/suche?q="));
            assertThat(page.textContent("main")).contains("Zwetschgenfest auf dem Markt");

            page.fill("#suche-text", "Zwetschgenfest Marktplatz");
            page.press("#suche-text", "Enter");
            page.click("main .en-tabs a:has-text('Feste')");
            assertThat(page.textContent("main")).contains("1 sonuç");
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whatItGaveGoesWithTheModule() throws IOException {
        Files.delete(module);

        Waits.until("the module to be gone", DEPLOYED, () -> api("", "Zwetschgenfest")
                .contains("\"total\":0"));
        assertThat(city.get("/de/suche").body()).doesNotContain("Feste");
        assertThat(city.get("/health/ready").statusCode()).isEqualTo(200);
    }
}
