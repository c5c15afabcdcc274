package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import de.einsnull.testkit.city.City;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has no mouse reaches everything, sees where they are and gets away again. */
@ExtendWith(DemoCity.class)
class KeyboardIT {

    private static final int MOST_STOPS = 400;

    private City city;
    private Chromium chromium;

    @BeforeEach
    void use(City city, Chromium chromium) {
        this.city = city;
        this.chromium = chromium;
    }

    @ParameterizedTest
    @CsvSource({
        "de, '', 1280, 20",
        "ar, '', 1280, 20",
        "de, stadtkarte, 1280, 20",
        "de, anmelden, 1280, 20",
        "de, verwaltung/geraete, 1280, 50",
        "de, verwaltung/konten, 320, 20",
    })
    void everyStopOfTheTabKeyIsVisibleAndComesInReadingOrder(String language, String path, int width, int least) {
        try (BrowserContext visitor = visitor(path, width);
                Page page = visitor.newPage()) {
            page.navigate(city.url("/" + language + "/" + path).toString());
            List<String> wrong = new ArrayList<>();
            Map<String, Object> before = null;
            int stops = 0;
            Map<String, Object> stop = next(page, "Tab");
            while (stop != null && stops++ < MOST_STOPS) {
                if (!isFine(stop, before, "ar".equals(language))) {
                    wrong.add(stop + " after " + before);
                }
                before = stop;
                stop = next(page, "Tab");
            }
            assertThat(wrong).isEmpty();
            assertThat(stops).as("stops until the keyboard left the page").isBetween(least, MOST_STOPS);
        }
    }

    private BrowserContext visitor(String path, int width) {
        return path.matches("(verwaltung|konto).*")
                ? chromium.visitor(width, true, Site.logIn(city, chromium))
                : chromium.visitor(width, true);
    }

    private static Map<String, Object> next(Page page, String key) {
        page.keyboard().press(key);
        return Checks.focus(page);
    }

    private static boolean isFine(Map<String, Object> stop, Map<String, Object> before, boolean rightToLeft) {
        return is(stop, "visible")
                && is(stop, "inOrder")
                && !is(stop, "covered")
                && !is(stop, "again")
                && (before == null || !jumpsBack(stop, before, rightToLeft));
    }

    /** Up is only the way into the next column. */
    private static boolean jumpsBack(Map<String, Object> stop, Map<String, Object> before, boolean rightToLeft) {
        boolean above = number(stop, "bottom") <= number(before, "top");
        boolean nextColumn = rightToLeft
                ? number(stop, "right") <= number(before, "left")
                : number(stop, "left") >= number(before, "right");
        return above && !nextColumn;
    }

    private static boolean is(Map<String, Object> stop, String what) {
        return (Boolean) stop.get(what);
    }

    private static double number(Map<String, Object> stop, String what) {
        return ((Number) stop.get(what)).doubleValue();
    }

    /** Nobody should have to pass the menu on every page. */
    @Test
    void theFirstStopLeadsPastTheMenu() {
        try (BrowserContext visitor = chromium.visitor();
                Page page = visitor.newPage()) {
            page.navigate(city.url("/de/stadtkarte").toString());
            assertThat(next(page, "Tab")).containsEntry("place", "body").containsEntry("visible", true);
            page.keyboard().press("Enter");
            assertThat(next(page, "Tab")).containsEntry("place", "main");
        }
    }

    @Test
    void theLanguageMenuOpensAndClosesAndGivesTheFocusBack() {
        try (BrowserContext visitor = chromium.visitor();
                Page page = visitor.newPage()) {
            page.navigate(city.url("/de/").toString());
            page.focus(".en-drop summary");
            page.keyboard().press("Enter");
            assertThat(page.locator(".en-drop[open]").count()).isEqualTo(1);
            assertThat(next(page, "Tab").get("name").toString()).contains("Deutsch");
            assertThat(next(page, "Escape").get("name").toString()).startsWith("summary");
            assertThat(page.locator(".en-drop[open]").count()).isZero();
        }
    }

    /** Who does not see the red frame hears the summary first, and each of its links leads to the field. */
    @Test
    void theSummaryOfMistakesGetsTheFocusAndLeadsToTheFields() {
        try (BrowserContext visitor = visitor("konto", 1280);
                Page page = visitor.newPage()) {
            page.navigate(city.url("/de/konto/passwort").toString());
            page.fill("#current", "x");
            page.fill("#next", "zu kurz");
            page.fill("#repeat", "anders");
            page.keyboard().press("Enter");
            page.waitForSelector(".en-errors:focus");
            assertThat(next(page, "Tab").get("name").toString()).contains("Das neue Passwort braucht");
            assertThat(next(page, "Enter").get("name").toString()).startsWith("input#next");
        }
    }
}
