package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Waits;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** City IT registers a van full of sensors, says where one stands, and opens a valve. */
@ExtendWith(DemoCity.class)
class DevicesIT {

    private static final Duration SHOWN = Duration.ofSeconds(10);
    private static final String TABLE = "verwaltung/geraete/tabelle";

    /** As a German Excel writes it: semicolons, decimal commas, Windows-1252. */
    private static final String ROWS =
            """
            Treiberinstanz;Kennung;Name;Art;Breitengrad;Längengrad;Offen;Modell\r
            lorawan;70-b3-d5-7e-d0-0a-00-01;Süderlinde;soil;51,8241;8,1449;ja;dragino-lse01\r
            lorawan;70B3D57ED00A0002;Eiche;soil;51,8242;8,1450;nein;dragino-lse01\r
            lorawan;70B3D57ED00A0003;;soil;51,8243;8,1451;ja;\r
            lorawan;70B3D57ED00A0004;Buche;soil;518,244;8,1452;ja;\r
            lorawan;70B3D57ED00A0005;Ahorn;;;;;\r
            """;

    private City city;
    private Chromium chromium;
    private BrowserContext visitor;
    private Page page;

    @BeforeEach
    void logIn(City city, Chromium chromium) {
        this.city = city;
        this.chromium = chromium;
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    private void visit(boolean javaScript) {
        visitor = chromium.visitor(1280, javaScript, Site.logIn(city, chromium));
        page = visitor.newPage();
    }

    private void open(String path) {
        page.navigate(city.url("/de/" + path).toString());
    }

    private void press(String words) {
        page.click("main button:has-text('" + words + "')");
    }

    private String main() {
        return page.locator("main").innerText();
    }

    private void upload() {
        open(TABLE);
        var file = new FilePayload("geraete.csv", "text/csv", ROWS.getBytes(Charset.forName("windows-1252")));
        page.setInputFiles("#datei", file);
        press("Tabelle prüfen");
    }

    /** Two mistakes among five rows cost neither the three good ones nor an evening. */
    @Test
    void aTableWithTwoBadRowsIsReportedBeforeTheThreeGoodOnesAreRegistered() throws Exception {
        visit(false);
        upload();
        assertThat(main())
                .contains("2 von 5 Zeilen haben Fehler")
                .contains("Name: Füllen Sie dieses Feld aus.")
                .contains("Breitengrad: Geben Sie Grad als Zahl von -90 bis 90 ein");
        var faulty = page.request()
                .get(city.url(page.getAttribute("a:has-text('Zeilen mit Fehlern')", "href"))
                        .toString())
                .text();
        assertThat(faulty.lines()).hasSize(3);
        assertThat(faulty).contains("\"Grund\"", "\"518,244\"").doesNotContain("Süderlinde");

        press("Nur die fehlerfreien Zeilen übernehmen");
        assertThat(main()).contains("3 Geräte sind registriert, 0 Geräte sind geändert");

        upload();
        assertThat(page.locator(".devices-counts").innerText().replaceAll("\\s+", " "))
                .isEqualTo("0 neu 0 wird geändert 3 unverändert 2 Fehler");
        assertThat(city.send(city.asAdmin("/api/sensors/device-table?lang=de")).body())
                .contains("\"70B3D57ED00A0001\";\"Süderlinde\";\"soil\"", "\"51,8241\";\"8,1449\";\"ja\"");
        removeThem();
    }

    private void removeThem() throws Exception {
        for (int i : List.of(1, 2, 5)) {
            open("verwaltung/geraete?suche=70B3D57ED00A000" + i);
            page.click("main table a:has-text('"
                    + List.of("", "Süderlinde", "Eiche", "", "", "Ahorn").get(i) + "')");
            page.click("main a:has-text('Gerät entfernen')");
            press("Ja, endgültig entfernen");
        }
    }

    @Test
    void aProgramLearnsLineAndColumn() throws Exception {
        visit(false);
        var answer = city.send(city.asAdmin("/api/sensors/device-table")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("instance;externalId;name\nlorawan;X1;\n")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("/2/name", "REQUIRED");
        assertThat(city.get("/api/sensors/device-table").statusCode()).isEqualTo(401);
    }

    /** Who opens a valve must see whether it opened, and whoever comes later, who it was. */
    @Test
    void aValveIsOpenedRefusedAndRemembered() throws Exception {
        visit(false);
        Waits.until("the valves", SHOWN, () -> {
            open("arbeitsplatz/geraete");
            return main().contains("Bewässerungsventil Marktplatz");
        });
        page.click("main a:has-text('Bewässerungsventil Marktplatz')");
        var device = page.url().replaceAll(".*/", "");

        page.fill("[name='open-valve.minutes']", "viel");
        press("Ventil öffnen");
        assertThat(page.locator(".en-errors a").getAttribute("href")).isEqualTo("#open-valve.minutes");
        page.fill("[name='open-valve.minutes']", "500");
        press("Ventil öffnen");
        assertThat(main()).contains("Ventil öffnen: abgelehnt", "1 to 120 minutes");
        page.fill("[name='open-valve.minutes']", "2,5");
        press("Ventil öffnen");
        assertThat(main()).contains("Ventil öffnen: ausgeführt");
        assertThat(page.locator("tbody tr").first().innerText())
                .contains("Dauer in Minuten: 2,5", "admin", "ausgeführt");

        var command = "/api/sensors/commands/" + device;
        var closed = city.send(city.asAdmin(command + "/close-valve")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        assertThat(closed.body()).contains("DONE");
        var wrong = city.send(city.asAdmin(command + "/open-valve")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"minutes\": 0}")));
        assertThat(wrong.statusCode()).isEqualTo(409);
        assertThat(wrong.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(city.get(command).statusCode()).isEqualTo(401);
    }

    /** By mouse, by keyboard and by typing: the fields and the pin always say the same. */
    @Test
    void aPlaceIsChosenOnTheMapOrTypedOrMovedByKeys() {
        visit(true);
        open("verwaltung/geraete/neu");
        page.locator("#breite").scrollIntoViewIfNeeded();
        page.waitForSelector(".en-place[data-ready]");
        Locator map = page.locator(".en-place__map canvas");
        map.click();
        assertThat(Double.parseDouble(page.inputValue("#breite"))).isBetween(51.7, 51.9);
        double east = Double.parseDouble(page.inputValue("#laenge"));
        page.focus(".en-place__pin");
        page.keyboard().press("ArrowRight");
        assertThat(Double.parseDouble(page.inputValue("#laenge"))).isGreaterThan(east);
        assertThat(page.locator(".en-place [role=status]").innerText()).contains("Breite");

        page.fill("#breite", "");
        page.dispatchEvent("#breite", "change");
        assertThat(page.locator(".en-place__pin").count()).isZero();
        page.fill("#breite", "51,83");
        page.dispatchEvent("#breite", "change");
        assertThat(page.locator(".en-place__pin").count()).isEqualTo(1);
        page.click("[data-place-here]");
        assertThat(page.inputValue("#breite")).startsWith("51.8");
        assertThat(Checks.accessibility(page)).isEmpty();
        page.setViewportSize(Survey.NARROW, 900);
        assertThat(Checks.width(page)).isLessThanOrEqualTo(Survey.NARROW);
    }

    @Test
    void settingsHaveTheSameMapAndThePagesAreFineForEverybody() {
        visit(true);
        open("verwaltung/einstellungen/de.einsnull.portal.map");
        page.waitForSelector(".en-place[data-ready]");
        page.locator(".en-place__map canvas").click();
        assertThat(page.inputValue("[name='f.center.breite']")).startsWith("51.8");
        upload();
        for (String language : List.of("de", "de-simple", "en", "uk", "tr", "ar")) {
            var report = page.url().replace("/de/", "/" + language + "/");
            var survey = Survey.of(
                    city,
                    visitor,
                    List.of(report.replaceAll(".*/" + language + "/", ""), "arbeitsplatz/geraete"),
                    language);
            assertThat(survey.accessibility()).isEmpty();
            assertThat(survey.sideways()).isEmpty();
            assertThat(survey.spacing()).isEmpty();
        }
    }
}
