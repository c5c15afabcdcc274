package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import de.einsnull.testkit.city.City;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept about somebody must be readable by that person, whoever it is. */
@ExtendWith(DemoCity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MyDataIT {

    private static final int DESKTOP = 1280;
    private static final String PATH = "konto/meine-daten";
    private static final String ERASE = PATH + "/loeschen?quelle=account";

    private City city;
    private Chromium chromium;
    private String somebody;

    @BeforeAll
    void logIn(City city, Chromium chromium) {
        this.city = city;
        this.chromium = chromium;
        somebody = Site.logIn(city, chromium);
    }

    /** Everything is unfolded: what is folded would not be looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "de-simple", "en", "uk", "tr", "ar"})
    void readableForEverybody(String language) {
        try (BrowserContext visitor = chromium.visitor(DESKTOP, true, somebody)) {
            visitor.addInitScript("addEventListener('DOMContentLoaded', () =>"
                    + " document.querySelectorAll('main details').forEach(one => one.open = true))");
            var survey = Survey.of(city, visitor, List.of(PATH, ERASE), language);
            assertThat(survey.accessibility()).isEmpty();
            assertThat(survey.sideways()).isEmpty();
            assertThat(survey.spacing()).isEmpty();
        }
    }

    @Test
    void seenDownloadedAndAskedToBeErasedWithoutJavaScript() {
        try (BrowserContext visitor = chromium.visitor(Survey.NARROW, false, somebody);
                Page page = visitor.newPage()) {
            page.navigate(city.url("/de/" + PATH).toString());
            page.click("main details summary");
            page.locator("main details[open]").first().waitFor();
            assertThat(page.locator("main").innerText()).contains("admin");
            var download = page.waitForDownload(() -> page.click("main a[download]"));
            assertThat(download.suggestedFilename()).endsWith(".json");

            page.click("main a[href$='quelle=account']");
            page.click("main form button[type=submit]");
            assertThat(page.locator("main h1").innerText()).isNotBlank();
            assertThat(page.locator("main .en-alert").innerText())
                    .as("an account that is needed stays, and it is said why")
                    .isNotBlank();
            page.click("main a[href$='/konto/meine-daten']");
            assertThat(page.locator("main").innerText()).contains("Einträge ansehen");
        }
    }
}
