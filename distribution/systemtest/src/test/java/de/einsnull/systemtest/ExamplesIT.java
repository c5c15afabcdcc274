package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import de.einsnull.harness.PartnerProject;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Deployment;
import de.einsnull.testkit.city.RunningCity;
import de.einsnull.testkit.city.Waits;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything that a module can contribute, as docs/partner explains it with examples/benches. */
@ExtendWith(RunningCity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExamplesIT {

    private static final Duration NOTICED = Duration.ofSeconds(20);
    private static final Path EXAMPLE = Path.of(System.getProperty("einsnull.root"), "examples", "benches");

    private final Chromium chromium = new Chromium();
    private City city;
    private Deployment module;

    @BeforeAll
    void deployTheExample(City running) throws IOException {
        city = running;
        Path jar = PartnerProject.copyOf(EXAMPLE).build("package").jar();
        module = Deployment.of(city.deploy(), jar);
        city.awaitStatus("/api/benches", 200);
        city.awaitStatus("/en/baenke", 200);
    }

    @AfterAll
    void end() throws IOException {
        chromium.close();
        module.close();
    }

    @Test
    void pageMenuCardAndTextsAreThereInEveryLanguage() throws Exception {
        city.awaitText("/de/baenke", "Nehmen Sie eine Bank in Ihre Obhut", "Bench at the mill pond");
        city.awaitText("/ar/baenke", "تولَّ رعاية مقعد");
        city.awaitText("/en/", "/en/baenke", "benches look for somebody");
        city.awaitText("/tr/", "bank birini arıyor");
    }

    @Test
    void theLayerIsOnTheMap() throws Exception {
        city.awaitText("/en/stadtkarte", "Bench by the station");
        city.awaitText("/en/stadtkarte/ebenen/benches.geojson", "Bench by the station", "FeatureCollection");
    }

    @Test
    void aBenchIsFoundInTheLanguageOfTheReader() throws Exception {
        city.awaitText("/api/search?q=mill+pond&lang=en", "Bench at the mill pond", "Looks for somebody");
        city.awaitText("/de/suche?art=bench&q=", "Bench by the station", "/de/baenke");
    }

    @Test
    void theApiIsDescribedAndRefusesWhatIsTaken() throws Exception {
        assertThat(city.get("/api/benches/openapi.json").body()).contains("adoption");
        assertThat(adopt(99)).isEqualTo(409);
    }

    @Test
    @Order(1)
    void anAdoptionIsStoredAndItsEventIsHeard() throws Exception {
        assertThat(adopt(1)).isEqualTo(204);
        assertThat(adopt(1)).isEqualTo(409);

        Waits.until("the event to be counted", NOTICED, () -> city.get("/metrics")
                .body()
                .contains("einsnull_benches_adopted_total"));
        assertThat(city.get("/api/benches").body()).contains("\"adopted\":true");
    }

    @Test
    @Order(2)
    void cityItChangesTheRulesAndAdoptsNoMore() throws Exception {
        Files.writeString(city.etc().resolve("de.example.benches.cfg"), "mostForOne = 1\n");
        city.awaitText("/en/baenke", "1 at most");
        try (BrowserContext visitor = chromium.visitor();
                Page page = visitor.newPage()) {
            Site.logIn(city, page);
            page.navigate(city.url("/en/baenke").toString());
            page.click("main article button");
            assertThat(page.textContent("main")).contains("That was not possible");
        }
    }

    @Test
    @Order(3)
    void peopleSeeTakeAlongAndEraseWhatTheModuleKeepsOfThem() throws Exception {
        try (BrowserContext visitor = chromium.visitor();
                Page page = visitor.newPage()) {
            Site.logIn(city, page);
            page.navigate(city.url("/en/konto").toString());
            page.click("main a[href='/en/konto/meine-daten']");
            assertThat(page.textContent("main")).contains("Your benches", "Account and log-ins");

            Download file = page.waitForDownload(() -> page.click("main a[download]"));
            assertThat(Files.readString(file.path()))
                    .contains("Bench at the mill pond", "\"account\"", "\"missing\" : [ ]");

            page.click("#benches a[href*='loeschen']");
            page.click("main form button");
            assertThat(page.textContent("main")).contains("1 entry is erased");
        }
        assertThat(city.get("/api/benches").body()).doesNotContain("\"adopted\":true");
    }

    @Test
    @Order(4)
    void healthCheckAndJobAreWhereCityItLooks() throws Exception {
        try (BrowserContext visitor = chromium.visitor();
                Page page = visitor.newPage()) {
            Site.logIn(city, page);
            page.navigate(city.url("/de/verwaltung/zustand").toString());
            assertThat(page.textContent("main")).contains("Benches");
            page.navigate(city.url("/de/verwaltung/aufgaben").toString());
            assertThat(page.textContent("main")).contains("benches.inspection");
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void allOfItGoesWithTheModule() throws Exception {
        module.close();

        Waits.until(
                "everything to go",
                NOTICED,
                () -> city.get("/api/benches").statusCode() >= 404
                        && city.get("/en/baenke").statusCode() >= 404
                        && !city.get("/en/").body().contains("/en/baenke")
                        && !city.get("/en/suche?q=mill").body().contains("mill pond")
                        && !city.get("/en/stadtkarte").body().contains("Bench by the station"));
        assertThat(city.get("/health/ready").statusCode()).isEqualTo(200);
    }

    private int adopt(long bench) throws IOException {
        return city.send(city.asAdmin("/api/benches/" + bench + "/adoption").POST(BodyPublishers.noBody()))
                .statusCode();
    }
}
