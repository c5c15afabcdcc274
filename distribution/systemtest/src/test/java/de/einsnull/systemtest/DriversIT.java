package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.harness.Sensors;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Distribution;
import de.einsnull.testkit.city.Waits;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** City IT installs a driver, writes its settings and registers a device; then everybody sees the value. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriversIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "a-secret-of-this-test";
    private static final String AFIR =
            """
            {"payload": {"aegiEnergyInfrastructureStatusPublication": {"publicationTime": "2026-11-24T12:00:00Z",
              "energyInfrastructureSiteStatus": [{"energyInfrastructureStationStatus": [{"refillPointStatus": [
                {"aegiElectricChargingPointStatus": {"reference": {"idG": "P1"}, "status": {"value": "faulted"}}}]}]}]}}}""";
    private static final String GBFS_HEAD =
            "{\"last_updated\":\"2026-11-24T12:00:00Z\",\"ttl\":10,\"version\":\"3.0\",";

    private final Peers peers = new Peers(Map.of(
            "/parking.json",
            "[{\"id\": \"P9\", \"free\": 41}]",
            "/afir.json",
            AFIR,
            "/gbfs.json",
            GBFS_HEAD + "\"data\":{\"feeds\":[{\"name\":\"station_status\",\"url\":\"$web/stations.json\"}]}}",
            "/stations.json",
            GBFS_HEAD
                    + "\"data\":{\"stations\":[{\"station_id\":\"bf\",\"num_vehicles_available\":7,"
                    + "\"is_renting\":true,\"last_reported\":\"2026-11-24T12:00:00Z\"}]}}"));
    private City city;
    private Sensors sensors;

    DriversIT() throws IOException {}

    @BeforeAll
    void start() throws Exception {
        city = City.create("drivers").withOwnEtc();
        settings("lorawan", "webhook.secret = " + SECRET);
        city.start();
        sensors = new Sensors(city);
    }

    @AfterAll
    void stop() throws IOException {
        city.close();
        peers.close();
    }

    private void settings(String driver, String lines) throws IOException {
        Files.writeString(
                city.etc().resolve("de.einsnull.sensors.driver." + driver + "-test.cfg"),
                "sensors.instance = " + driver + "\n" + lines.replace("; ", "\n") + "\n");
    }

    @Test
    void aCityFeedShowsFreeBays() throws Exception {
        install(
                "feed",
                "url = " + peers.address() + "/parking.json; format = json; device = id;"
                        + " channels = free_spaces = free, 1, 0..; interval.in.s = 10");
        shows("feed", "", "P9", "41");
    }

    @Test
    void datexShowsThatAChargingPointIsBroken() throws Exception {
        install("datex", "url = " + peers.address() + "/afir.json; interval.in.s = 10");
        register("datex", "P1", "charging-point");
        Waits.until("outoforder of P1", LIMIT, () -> values("P1").contains("outoforder"));

        // What one city takes in, navigation systems read again.
        module("datex-view");
        city.awaitText("/api/opendata/datex/energy-infrastructure-status", "\"outOfOrder\"");
        city.awaitText("/api/opendata/datex/energy-infrastructure-table", "Device P1", "AFIR Energy Infrastructure");
    }

    private void register(String instance, String device, String kind) throws IOException {
        var body =
                """
                [{"instance": "%s", "externalId": "%s", "model": "", "name": "Device %s", "kind": "%s",
                  "longitude": 8.145, "latitude": 51.825, "open": true, "licence": "CC0-1.0"}]"""
                        .formatted(instance, device, device, kind);
        var answer = city.send(city.asAdmin("/api/sensors/devices")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    @Test
    void gbfsShowsHowManyBicyclesThereAre() throws Exception {
        install("gbfs", "url = " + peers.address() + "/gbfs.json; interval.in.s = 10");
        shows("gbfs", "", "bf", "7");
    }

    @Test
    void aMeterShowsItsRegister() throws Exception {
        install(
                "modbus",
                "host = 127.0.0.1; port = " + peers.meterPort() + "; devices = 1 = meter; "
                        + "registers = active_power = holding 0 uint16, W; interval.in.s = 10");
        shows("modbus", "", "meter", String.valueOf(Peers.REGISTER));
    }

    @Test
    void aSupplierSendsToItsWebhook() throws Exception {
        install(
                "webhook",
                "proof = token; secret = " + SECRET + "; device = id; channels = people_count = people, 1, 0..");
        sensors.register("webhook", "", List.of("gate"));
        // Nothing keeps what is sent before an instance has listened for the first time.
        Waits.until("the driver", LIMIT, () -> health().matches("(?s).*Open driver instances: [^\"\n]*webhook.*"));
        Waits.until(
                "the webhook",
                LIMIT,
                () -> post("/api/sensors/webhook/webhook", "{\"id\":\"gate\",\"people\":12}") == 202);
        assertThat(city.send(city.asAdmin("/api/sensors/webhook/webhook").POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(401);
        Waits.until("12", LIMIT, () -> values("gate").contains("12"));
    }

    /** Without programming: a folder is copied, and a device model that nobody knew shows its values. */
    @Test
    void aCodecFromFilesIsUsedAndABadOneSaysWhy() throws Exception {
        var examples = Path.of("../../examples/codecs");
        copy(examples.resolve("einsnull-bodenfuehler"), "einsnull-bodenfuehler");
        var bad = copy(examples.resolve("einsnull-bodenfuehler"), "acme-bad");
        Files.writeString(bad.resolve("bodenfuehler.js"), "function decodeUplink(input) { while (true) {} }");
        Waits.until("the codec", LIMIT, () -> health().contains("1 codecs of"));
        sensors.register("lorawan", "einsnull-bodenfuehler", List.of("70B3D57ED00C0001"));

        uplink("70B3D57ED00C0001", "0D7A00B90834");

        Waits.until("soil moisture", LIMIT, () -> values("70B3D57ED00C0001").contains("18.5"));
        Waits.until("the reason", LIMIT, () -> health().contains("acme-bad") && health().contains("did not end"));
        assertThat(city.get("/health/ready").statusCode()).isEqualTo(200);
    }

    private Path copy(Path folder, String model) throws IOException {
        var target = Files.createDirectories(city.etc().resolve("codecs").resolve(model));
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        return target;
    }

    private String health() throws IOException {
        return city.send(city.asAdmin("/health/ready")).body();
    }

    private void uplink(String device, String hex) throws IOException {
        var payload = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
        assertThat(post(
                        "/api/sensors/lorawan/lorawan",
                        """
                        {"end_device_ids": {"device_id": "d", "application_ids": {"application_id": "a"}, "dev_eui": "%s"},
                         "received_at": "2026-11-24T12:00:00Z",
                         "uplink_message": {"f_port": 10, "f_cnt": 1, "frm_payload": "%s"}}"""
                                .formatted(device, payload)))
                .isEqualTo(202);
    }

    private int post(String path, String body) throws IOException {
        return city.send(HttpRequest.newBuilder(city.url(path))
                        .header("Authorization", "Bearer " + SECRET)
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    private void install(String driver, String settings) throws Exception {
        module(driver);
        settings(driver, settings);
    }

    private void module(String name) throws Exception {
        var builder = new ProcessBuilder(
                        Distribution.home().resolve("bin/einsnull-modules").toString(),
                        "install",
                        "einsnull-sensors-" + name)
                .redirectErrorStream(true);
        builder.environment().put("EINSNULL_URL", city.url("").toString());
        builder.environment().put("EINSNULL_DATA", city.data().toString());
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
    }

    private void shows(String driver, String model, String device, String value) throws Exception {
        sensors.register(driver, model, List.of(device));
        Waits.until(value + " of " + device, LIMIT, () -> values(device).contains(value));
    }

    /** All last values of a device, as everybody reads them. */
    private List<String> values(String device) throws IOException {
        var found = new ArrayList<String>();
        var things = city.get("/sensorthings/v1.1/Things?$filter=name%20eq%20'Device%20" + device
                + "'&$expand=Datastreams($expand=Observations($top=1;$orderby=phenomenonTime%20desc))");
        for (JsonNode thing : JSON.readTree(things.body()).path("value")) {
            for (JsonNode stream : thing.path("Datastreams")) {
                stream.path("Observations")
                        .forEach(one -> found.add(one.path("result").asText()));
            }
        }
        return found;
    }
}
