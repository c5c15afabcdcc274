package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Waits;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A clerk without JavaScript writes a rule, tries it on recorded days, and is told of a dry tree, also after a power cut. */
class RulesIT {

    private static final Duration STORED = Duration.ofSeconds(30);
    private static final Duration HISTORY = Duration.ofSeconds(120);
    private static final String DEVICE = "70B3D57ED00B0001";
    private static final String RULE = "Probelinde zu trocken";

    @Test
    void aRuleIsTriedOnRecordedDaysFiresAndSurvivesKillMinus9() throws Exception {
        try (City city = City.create("rules").withDemo().start();
                var chromium = new Chromium()) {
            register(city);
            send(city, 30);
            Waits.until("the first reading", STORED, () -> city.get("/de/sensoren?suche=Probelinde")
                    .body()
                    .contains("30"));
            String login = Site.logIn(city, chromium);
            try (BrowserContext clerk = chromium.visitor(320, false, login);
                    Page page = clerk.newPage()) {
                writeAndTry(city, page);
            }
            assertThat(alerts(city, "open")).doesNotContain(RULE);

            send(city, 9);
            Waits.until("the alert", STORED, () -> alerts(city, "open").contains(RULE));
            String before = alert(city);
            city.kill();
            city.start();
            Waits.until("the alert after the power cut", STORED, () -> alerts(city, "open")
                    .contains(RULE));
            assertThat(alert(city)).as("the same alert, not another one").isEqualTo(before);

            try (BrowserContext clerk = chromium.visitor(1280, false, Site.logIn(city, chromium));
                    Page page = clerk.newPage()) {
                takeNoteAndDoIt(city, page);
            }
            send(city, 35);
            Waits.until(
                    "the end of the alert", STORED, () -> alerts(city, "closed").contains(RULE));
        }
    }

    private static void writeAndTry(City city, Page page) throws IOException {
        page.navigate(city.url("/de/arbeitsplatz/regeln/neu").toString());
        page.click("main form button[type=submit]");
        assertThat(page.locator(".en-errors").innerText()).contains("Geben Sie der Regel einen Namen");

        page.fill("#name", RULE);
        page.selectOption("#geraet", new SelectOption().setLabel("Probelinde"));
        page.selectOption("#groesse1", "soil_moisture");
        page.selectOption("#vergleich1", "BELOW");
        page.fill("#wert1", "12,5");
        page.fill("#team", "Bauhof");
        page.click("main form button[type=submit]");

        assertThat(page.locator("main").innerText()).contains("0 Meldungen", "Geprüft: 1 Geräte");
        page.click("main button:has-text('Regel einschalten')");
        assertThat(page.locator("main").innerText()).contains("Die Regel wacht jetzt", RULE);
        wouldHaveFired(city, page);
    }

    /** The demo's trees have a week behind them, in which some were dry. */
    private static void wouldHaveFired(City city, Page page) {
        page.navigate(city.url("/de/arbeitsplatz/regeln").toString());
        String trial = page.locator("li:has-text('Baum zu trocken') a:has-text('Ausprobieren')")
                .first()
                .getAttribute("href");
        Waits.until("dry trees on recorded days", HISTORY, () -> {
            page.navigate(city.url(trial).toString());
            return page.locator("main").innerText().contains("Wann und wo");
        });
    }

    private static void takeNoteAndDoIt(City city, Page page) {
        page.navigate(city.url("/de/arbeitsplatz/meldungen").toString());
        page.click("tr:has-text('" + RULE + "') button");
        assertThat(page.locator("tr:has-text('" + RULE + "')").innerText()).contains("zur Kenntnis genommen", "admin");

        page.navigate(city.url("/de/arbeitsplatz/auftraege").toString());
        page.click("tr:has-text('" + RULE + "') button");
        assertThat(page.locator("section:has-text('Zuletzt erledigt')").last().innerText())
                .contains(RULE, "Bauhof");
    }

    private static String alerts(City city, String state) throws IOException {
        return city.send(city.asAdmin("/api/sensor-alerts?state=" + state)).body();
    }

    /** From the number to the name of the rule. */
    private static String alert(City city) throws IOException {
        String all = alerts(city, "open");
        String upToName = all.substring(0, all.indexOf(RULE));
        return all.substring(upToName.lastIndexOf('{'), all.indexOf("\"acknowledged\"", upToName.length()));
    }

    private static void register(City city) throws IOException {
        String body =
                """
                [{"instance": "lorawan", "externalId": "%s", "model": "dragino-lse01", "name": "Probelinde", "kind": "soil",
                  "longitude": 8.1437, "latitude": 51.8236, "open": true, "licence": "CC0-1.0"}]
                """
                        .formatted(DEVICE);
        var answer = city.send(city.asAdmin("/api/sensors/devices")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    /** An uplink of a Dragino LSE01 as The Things Stack v3 publishes it. */
    private static void send(City city, double moisture) throws IOException {
        byte[] payload = ByteBuffer.allocate(11)
                .putShort((short) 3_300)
                .putShort((short) 0)
                .putShort((short) Math.round(moisture * 100))
                .putShort((short) 1_200)
                .putShort((short) 100)
                .put((byte) 0)
                .array();
        String message =
                """
                {"end_device_ids": {"device_id": "linde", "application_ids": {"application_id": "stadt"}, "dev_eui": "%s"},
                 "received_at": "%s",
                 "uplink_message": {"f_port": 2, "f_cnt": %d, "frm_payload": "%s", "rx_metadata": []}}
                """
                        .formatted(
                                DEVICE,
                                Instant.now(),
                                System.currentTimeMillis() % 60_000,
                                Base64.getEncoder().encodeToString(payload));
        try (var gateway = Gateway.connect(city, "rules-it")) {
            gateway.publish("v3/stadt@ttn/devices/linde/up", message);
        }
    }
}
