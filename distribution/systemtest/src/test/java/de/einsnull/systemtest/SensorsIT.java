package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Waits;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A reading on its way from a gateway's MQTT message to what a citizen sees. */
@ExtendWith(DemoCity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SensorsIT {

    private static final Duration ON_THE_MAP = Duration.ofSeconds(2);
    private static final Duration STORED = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BAY = "70B3D57ED0000001";
    private static final String FREE = "94";
    private static final String OCCUPIED = "95";
    private static final int STATUS_PORT = 1;

    private City city;
    private Chromium chromium;
    private Gateway gateway;
    private long bay;

    @BeforeAll
    void connectTheGatewayAndRegisterABay(City city, Chromium chromium) throws Exception {
        this.city = city;
        this.chromium = chromium;
        gateway = Gateway.connect(city, "systemtest");
        bay = register(BAY, "Testplatz am Markt");
        uplink(BAY, STATUS_PORT, FREE);
        Waits.until("the bay in the list", STORED, () -> city.get("/de/stadtkarte")
                .body()
                .contains("Testplatz am Markt"));
    }

    @AfterAll
    void disconnect() {
        gateway.close();
    }

    /** A driver who looks at the phone sees the bay that was taken a moment ago as taken. */
    @Test
    void anUplinkChangesTheOpenMapWithinTwoSecondsWithoutReload() throws Exception {
        try (BrowserContext visitor = chromium.visitor();
                Page page = visitor.newPage()) {
            page.navigate(city.url("/de/stadtkarte").toString());
            Locator item =
                    page.locator(".map-item:has-text('Testplatz am Markt')").first();
            page.evaluate("() => { window.sameDocument = true; }");
            String before = item.getAttribute("data-state");

            uplink(BAY, STATUS_PORT, "FREE".equals(before) ? OCCUPIED : FREE);

            page.waitForCondition(
                    () -> !before.equals(item.getAttribute("data-state")),
                    new Page.WaitForConditionOptions().setTimeout(ON_THE_MAP.toMillis()));
            assertThat(page.evaluate("() => window.sameDocument === true")).isEqualTo(true);
        }
    }

    /** What a broken gateway sends must neither be lost silently nor hold up the others. */
    @Test
    void badMessagesAreKeptForTheOperatorAndTheNextGoodOneArrives() throws Exception {
        long before = deadLetters();

        gateway.publish("v3/stadt@ttn/devices/bad/up", "{ this is not JSON");
        uplink(BAY, STATUS_PORT, "");
        uplink("0000000000000000", STATUS_PORT, FREE);
        uplink(BAY, 2, "00D3D800590B");

        Waits.until("the bad messages among the dead letters", STORED, () -> deadLetters() >= before + 2);
        Waits.until("the unknown device", STORED, () -> asAdmin("/api/sensors/unknown-devices")
                .body()
                .contains("0000000000000000"));
        Waits.until("the good reading", STORED, () -> values().contains("3.344"));
    }

    private long deadLetters() throws IOException {
        String body = asAdmin("/api/bus/dead-letters?limit=1000").body();
        return body.split("\"id\"", -1).length - 1;
    }

    /** All values of the bay, as SensorThings shows them. */
    private List<String> values() throws IOException {
        List<String> values = new ArrayList<>();
        for (JsonNode stream : sensorThings("/Things(" + bay + ")/Datastreams")) {
            for (JsonNode observation : sensorThings("/Datastreams(" + stream.get("@iot.id") + ")/Observations")) {
                values.add(observation.get("result").asText());
            }
        }
        return values;
    }

    private JsonNode sensorThings(String path) throws IOException {
        return JSON.readTree(city.get("/sensorthings/v1.1" + path).body()).get("value");
    }

    /** Registers a parking bay and returns the id of its thing. */
    private long register(String device, String name) throws IOException {
        String body =
                """
                [{"instance": "lorawan", "externalId": "%s", "model": "nwave-nps405", "name": "%s", "kind": "parking-bay",
                  "longitude": 8.1437, "latitude": 51.8236, "open": true, "licence": "CC0-1.0"}]
                """
                        .formatted(device, name);
        HttpResponse<String> answer = city.send(authorized("/api/sensors/devices")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body()).get(0).get("thing").asLong();
    }

    private HttpResponse<String> asAdmin(String path) throws IOException {
        return city.send(authorized(path));
    }

    private HttpRequest.Builder authorized(String path) {
        String login =
                Base64.getEncoder().encodeToString(("admin:" + city.adminPassword()).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(city.url(path)).header("Authorization", "Basic " + login);
    }

    /** A message as The Things Stack v3 publishes it. */
    private void uplink(String device, int port, String hex) {
        String payload = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
        gateway.publish(
                "v3/stadt@ttn/devices/bay/up",
                """
                {"end_device_ids": {"device_id": "bay", "application_ids": {"application_id": "stadt"}, "dev_eui": "%s"},
                 "correlation_ids": ["gs:uplink:%s"], "received_at": "%s",
                 "uplink_message": {"f_port": %d, "f_cnt": %d, "frm_payload": "%s",
                   "rx_metadata": [{"gateway_ids": {"gateway_id": "rathaus"}, "rssi": -97, "snr": 7.2}]}}
                """
                        .formatted(
                                device,
                                UUID.randomUUID(),
                                Instant.now(),
                                port,
                                System.currentTimeMillis() % 60_000,
                                payload));
    }
}
