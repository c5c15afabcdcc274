package de.einsnull.sensors.driver.feed;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.api.driver.Candidate;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.testkit.FakeWebService;
import de.einsnull.sensors.testkit.RecordingDriverContext;
import de.einsnull.testkit.Configurations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What real cities publish is read with nothing but settings. Without it a city would need a programmer for each feed. */
class CityFeedsTest {

    private final RecordingDriverContext host = new RecordingDriverContext("feed");
    private final List<Candidate> found = new ArrayList<>();

    /** CSV with WKT, two formats of numbers, and 1,000 car parks of which few are counted. */
    @Test
    void bielefeld() throws Exception {
        read(
                "bielefeld.csv",
                Map.of(
                        "format", "csv",
                        "device", "gid",
                        "name", "bez",
                        "position", "WKT",
                        "time", "b_pls_zeit",
                        "channels", new String[] {"free_spaces = b_pls_rest, 1, 0.."}));

        assertThat(host.emitted()).extracting(Report::device).containsExactly("660-1", "660-10", "660-11", "660-12");
        assertThat(host.emitted().get(0).readings())
                .containsExactly(new Reading("free_spaces", 203, "1", Instant.parse("2026-02-06T07:35:00Z")));
        assertThat(found).hasSize(4);
        assertThat(found.get(0))
                .isEqualTo(new Candidate(
                        "660-1",
                        "",
                        "Tiefgarage Kesselbrink",
                        Map.of("longitude", "8.538249", "latitude", "52.024210")));
    }

    /** GeoJSON in UTM coordinates, numbers as texts, local time without a zone. */
    @Test
    void freiburg() throws Exception {
        read(
                "freiburg.geojson",
                Map.of(
                        "format", "geojson",
                        "device", "/properties/park_id",
                        "name", "/properties/park_name",
                        "position", "/geometry",
                        "grid", "utm32",
                        "time", "/properties/obs_ts",
                        "channels", new String[] {"free_spaces = /properties/obs_free, 1, 0.."}));

        assertThat(host.emitted()).extracting(Report::device).containsExactly("P5", "P21", "P2");
        assertThat(host.emitted().get(2).readings())
                .containsExactly(new Reading("free_spaces", 272, "1", Instant.parse("2024-06-10T08:20:00Z")));
        assertThat(found.get(2).name()).isEqualTo("Konzerthaus");
        assertThat(found.get(2).facts()).containsEntry("longitude", "7.840836").containsEntry("latitude", "47.995290");
    }

    /** JSON without a time: what counts is when it was asked. */
    @Test
    void ellwangen() throws Exception {
        read(
                "ellwangen_sensit.json",
                Map.of(
                        "device", "id",
                        "name", "name",
                        "position", "/location/longitude, /location/latitude",
                        "channels",
                                new String[] {
                                    "free_spaces = /actualStatus/vacantSpaces, 1, 0..; full = /actualStatus/full, boolean"
                                }));

        var now = host.clock().instant();
        assertThat(host.emitted()).singleElement().satisfies(report -> assertThat(report.readings())
                .containsExactly(new Reading("free_spaces", 2, "1", now), new Reading("full", false, now)));
        assertThat(found).extracting(Candidate::name).containsExactly("Ellwangen Marktplatz");
    }

    /** Weather stations of citizens: sensors in any order, each with a time of its own, some of them silent. */
    @Test
    void openSenseMap() throws Exception {
        read(
                "sensebox.json",
                Map.of(
                        "device", "_id",
                        "name", "name",
                        "position", "/currentLocation",
                        "channels",
                                new String[] {
                                    sensor("air_temperature", "Temperatur", "Cel"),
                                    sensor("relative_humidity", "rel. Luftfeuchte", "%"),
                                    sensor("pm2_5", "PM2.5", "ug/m3")
                                }));

        assertThat(host.emitted()).hasSize(2);
        assertThat(host.emitted().get(0).readings())
                .containsExactly(
                        new Reading("air_temperature", -1.25, "Cel", Instant.parse("2026-11-24T11:59:12Z")),
                        new Reading("relative_humidity", 81.4, "%", Instant.parse("2026-11-24T11:58:10.512Z")));
        assertThat(host.emitted().get(1).readings()).hasSize(1);
        assertThat(found.get(0).facts()).containsEntry("longitude", "8.139700");
    }

    private static String sensor(String channel, String title, String unit) {
        String last = "/sensors/[title=" + title + "]/lastMeasurement/";
        return channel + " = " + last + "value @ " + last + "createdAt, " + unit;
    }

    private void read(String file, Map<String, Object> settings) throws Exception {
        try (var service = new FakeWebService(text(file))) {
            var all = new HashMap<>(settings);
            all.put("url", service.address() + "/feed");
            var driver = new FeedDriver(Configurations.of(Settings.class, all));
            driver.open(host);
            driver.poll();
            driver.scan(found::add);
        }
    }

    private static String text(String file) throws IOException {
        try (var in = CityFeedsTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
