package de.einsnull.sensors.driver.gbfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.Candidate;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.testkit.DriverCheck;
import de.einsnull.sensors.testkit.RecordingDriverContext;
import de.einsnull.testkit.Configurations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without these nobody would know where a bicycle is to be had, or somebody where another one went with it. */
class GbfsDriverTest {

    private static final Instant UPDATED = Instant.parse("2026-11-24T12:00:00Z");

    private final City city = new City();
    private final RecordingDriverContext host = new RecordingDriverContext("bikes");

    @AfterEach
    void end() {
        city.close();
    }

    @Test
    void itKeepsTheContractOfDrivers() {
        new DriverCheck(() -> driver(Map.of())).device(city.service()).all();
    }

    @Test
    void stationsSayWhatCanBeHiredAndReturned() throws Exception {
        open(Map.of()).poll();

        var reported = Instant.parse("2026-11-24T11:58:30Z");
        var now = host.clock().instant();
        assertThat(host.emitted())
                .contains(new Report(
                        "bf",
                        0,
                        now,
                        List.of(
                                new Reading("vehicles_available", 3, "1", reported),
                                new Reading("docks_available", 9, "1", reported),
                                new Reading("station_in_service", true, reported))))
                .contains(new Report(
                        "mk",
                        0,
                        now,
                        List.of(
                                new Reading("vehicles_available", 0, "1", UPDATED),
                                new Reading("station_in_service", false, UPDATED))));
        assertThat(host.counted(Outcomes.MALFORMED)).isEqualTo(2);
    }

    /** One is free, one reserved, one broken, one at a station; ids and places of vehicles stay outside. */
    @Test
    void ofOtherVehiclesOnlyTheirNumberIsKept() throws Exception {
        open(Map.of()).poll();

        assertThat(host.emitted())
                .filteredOn(report -> report.device().equals("free-floating"))
                .extracting(Report::readings)
                .containsExactly(List.of(new Reading("vehicles_available", 1, "1", UPDATED)));
        assertThat(host.emitted().toString()).doesNotContain("7f3a").doesNotContain("8.14011");
        assertThat(scan(open(Map.of())).toString()).doesNotContain("7f3a").doesNotContain("8.14011");
    }

    @Test
    void vehiclesNeedNotBeCounted() throws Exception {
        open(Map.of("floating", false)).poll();

        assertThat(city.service().requests()).noneMatch(line -> line.contains("vehicle_status"));
        assertThat(host.emitted()).hasSize(2);
    }

    /** An operator that is asked more often than it allows locks the city out. */
    @Test
    void theTimeToLiveIsKeptTo() throws Exception {
        var driver = open(Map.of());
        driver.poll();
        city.status(5);
        host.clock().advance(Duration.ofSeconds(59));
        driver.poll();
        assertThat(asked("station_status")).isEqualTo(1);

        host.clock().advance(Duration.ofSeconds(1));
        driver.poll();

        assertThat(asked("station_status")).isEqualTo(2);
        assertThat(asked("gbfs.json")).isEqualTo(1);
        assertThat(host.emitted()).filteredOn(r -> r.device().equals("bf")).hasSize(2);
        assertThat(host.emitted()).filteredOn(r -> r.device().equals("mk")).hasSize(1);
    }

    @Test
    void whatWasNotTakenIsFetchedAgain() throws Exception {
        var driver = open(Map.of());
        host.answerWith(new Emit.SlowDown(Duration.ofSeconds(1)));
        assertThatThrownBy(driver::poll).isInstanceOf(DriverException.class);
        host.answerWith(new Emit.Accepted());

        driver.poll();

        assertThat(host.emitted()).hasSize(1 + 3);
    }

    @Test
    void stationsAreFoundWithNameAndPosition() throws Exception {
        assertThat(scan(open(Map.of())))
                .containsExactly(
                        new Candidate("bf", "", "Bahnhof", Map.of("longitude", "8.139700", "latitude", "51.825400")),
                        new Candidate("mk", "", "Market", Map.of("longitude", "8.150000", "latitude", "51.830000")),
                        new Candidate("free-floating", "", "", Map.of()));
    }

    /** Many German operators still publish version 2. */
    @Test
    void itsPredecessorIsReadToo() throws Exception {
        String base = city.service().address().toString();
        city.service()
                .answerAt(
                        "/gbfs.json",
                        """
                {"last_updated": 1795521600, "ttl": 60, "version": "2.3", "data": {"en": {"feeds": [
                  {"name": "station_status", "url": "%s/two.json"}]}}}"""
                                .formatted(base));
        city.service()
                .answerAt(
                        "/two.json",
                        """
                {"last_updated": 1795521600, "ttl": 60, "version": "2.3", "data": {"stations": [
                  {"station_id": "1", "num_bikes_available": 2, "last_reported": 1795521599}]}}""");

        open(Map.of()).poll();

        assertThat(host.emitted()).singleElement().satisfies(report -> assertThat(report.readings())
                .containsExactly(new Reading("vehicles_available", 2, "1", Instant.ofEpochSecond(1795521599))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":\"1.0\",\"data\":{}}",
                "{\"version\":\"3.0\",\"data\":{\"feeds\":[]}}",
                "{\"version\":\"3.0\",\"data\":{}}",
                "{\"version\":\"3.0\",\"data\":{\"feeds\":[{\"name\":\"station_status\",\"url\":\"file:///etc/passwd\"}]}}",
                "{\"version\":\"3.0\",\"data\":{\"feeds\":[{\"name\":\"x y\",\"url\":\"no address\"}]}}",
                "{\"version\":\"3.0\",\"data\":{\"feeds\":[{\"name\":\"other\",\"url\":\"http://127.0.0.1/\"}]}}",
                "[]",
                "<html>"
            })
    void whatIsNoGbfsIsSaidToTheOperator(String directory) throws Exception {
        city.service().answerAt("/gbfs.json", directory);
        var driver = open(Map.of());

        assertThatThrownBy(driver::poll).isInstanceOfSatisfying(DriverException.class, e -> assertThat(e.reason())
                .isEqualTo(DriverCause.PROTOCOL));
    }

    @Test
    void aMistakeInTheSettingsIsShownToTheOperator() {
        for (String wrong : new String[] {"", "gbfs.json", "ftp://example.org/", "https://"}) {
            assertThatThrownBy(() -> open(Map.of("url", wrong))).hasMessageContaining("address");
        }
    }

    private long asked(String file) {
        return city.service().requests().stream()
                .filter(line -> line.contains(file))
                .count();
    }

    private static ArrayList<Candidate> scan(GbfsDriver driver) throws DriverException {
        var found = new ArrayList<Candidate>();
        driver.scan(found::add);
        return found;
    }

    private GbfsDriver open(Map<String, Object> changed) throws DriverException {
        var driver = driver(changed);
        driver.open(host);
        return driver;
    }

    private GbfsDriver driver(Map<String, Object> changed) {
        Map<String, Object> all = new HashMap<>(Map.of("url", city.address(), "timeout_in_s", 2L));
        all.putAll(changed);
        return new GbfsDriver(Configurations.of(Settings.class, all));
    }
}
