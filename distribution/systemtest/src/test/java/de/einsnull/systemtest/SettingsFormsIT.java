package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import de.einsnull.testkit.city.City;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** City IT sets drivers up in the browser, without JavaScript, and takes the settings along. */
@ExtendWith(DemoCity.class)
class SettingsFormsIT {

    private static final String SETTINGS = "/de/verwaltung/einstellungen";
    private static final String MQTT = "de.einsnull.sensors.driver.mqtt";
    private static final String LORAWAN = "de.einsnull.sensors.driver.lorawan";

    private City city;
    private BrowserContext visitor;
    private Page page;

    @BeforeEach
    void logIn(City city, Chromium chromium) {
        this.city = city;
        visitor = chromium.visitor(1280, false);
        page = visitor.newPage();
        Site.logIn(city, page);
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    private void open(String path) {
        page.navigate(city.url(SETTINGS + path).toString());
    }

    private void fill(String setting, String value) {
        page.fill("[name='f." + setting + "']", value);
    }

    private void press(String words) {
        page.click("main button:has-text('" + words + "')");
    }

    private String main() {
        return page.locator("main").innerText();
    }

    /** A driver that is set up wrongly, or a form that forgets, costs a day in which nothing is measured. */
    @Test
    void aDriverIsSetUpTriedAndRemoved() {
        open("/neu/" + MQTT);
        fill("sensors.instance", "brunnen");
        fill("topics", "brunnen/+/werte");
        fill("channels", "temperatur");
        press("Speichern");

        assertThat(page.locator(".en-errors a").getAttribute("href")).isEqualTo("#f.channels");
        assertThat(page.inputValue("[name='f.topics']")).isEqualTo("brunnen/+/werte");
        assertThat(page.inputValue("[name='f.channels']")).isEqualTo("temperatur");

        fill("channels", "water_temperature = /temp, Cel");
        press("Verbindung testen");
        assertThat(page.locator("#test").innerText()).contains("erfolgreich", "Er wartet auf Nachrichten");

        press("Speichern");
        assertThat(page.url()).endsWith("?meldung=gespeichert");
        // An upgrade removes the cache; what was set must not be in there.
        assertThat(city.data().resolve("settings")).isDirectoryRecursivelyContaining("glob:**brunnen*");
        page.click("main a:has-text('brunnen')");
        assertThat(page.inputValue("[name='f.channels']")).isEqualTo("water_temperature = /temp, Cel");
        page.navigate(city.url("/de/verwaltung/geraete").toString());
        assertThat(page.locator("main").innerText()).contains("brunnen");

        open("/" + MQTT + "/brunnen/entfernen");
        press("Ja, entfernen");
        assertThat(page.url()).endsWith("?meldung=entfernt");
        assertThat(main()).doesNotContain("brunnen");
    }

    /** A password that a page gives away is everybody's. */
    @Test
    void aSecretIsAFileAndNeverShownAgain() throws Exception {
        open("/neu/" + LORAWAN);
        fill("webhook.secret", "ein-langes-geheimnis");
        press("Speichern");
        assertThat(page.content()).doesNotContain("ein-langes-geheimnis");
        assertThat(main()).contains("wird beim Speichern übernommen");
        fill("sensors.instance", "hafen");
        press("Speichern");

        assertThat(page.url()).endsWith("?meldung=gespeichert");
        var file = city.data().resolve("secrets/" + LORAWAN + "-hafen-webhook.secret");
        assertThat(Files.readString(file, StandardCharsets.UTF_8).strip()).isEqualTo("ein-langes-geheimnis");
        open("/" + LORAWAN + "/hafen");
        assertThat(main()).contains("Ist gesetzt und wird nie angezeigt");
        assertThat(page.content()).doesNotContain("ein-langes-geheimnis");
        open("/sichern/einstellungen.json");
        assertThat(page.content())
                .contains("$[secret:" + LORAWAN + "-hafen-webhook.secret]")
                .doesNotContain("ein-langes-geheimnis");

        open("/" + LORAWAN + "/hafen/entfernen");
        press("Ja, entfernen");
        assertThat(file).doesNotExist();
    }

    @Test
    void aTableWithOneBadRowIsReportedBeforeTheGoodOnesAreCreated() {
        open("/csv/" + MQTT);
        page.fill(
                "[name=tabelle]",
                "sensors.instance;topics;channels\n"
                        + "bad-nord;bad/nord/+;water_temperature = /t, Cel\n"
                        + "bad süd;bad/sued/+;water_temperature = /t, Cel\n");
        press("Tabelle prüfen");
        assertThat(main()).contains("1 von 2 Zeilen haben Fehler", "Nehmen Sie nur Buchstaben");
        press("Nur die fehlerfreien Zeilen anlegen");
        assertThat(main()).contains("1 Eintrag wurde angelegt");

        open("/" + MQTT + "/bad-nord/entfernen");
        press("Ja, entfernen");
        assertThat(main()).doesNotContain("bad-nord");
    }

    /** Two places that say different things about one setting are worse than none. */
    @Test
    void whatStandsInAFileIsShownWithItsPathAndCannotBeChangedHere() {
        open("/de.einsnull.bus");
        assertThat(main()).contains("Diese Einstellungen stehen in einer Datei", "de.einsnull.bus.cfg");
        assertThat(page.locator("main button:has-text('Speichern')").count()).isZero();
    }
}
