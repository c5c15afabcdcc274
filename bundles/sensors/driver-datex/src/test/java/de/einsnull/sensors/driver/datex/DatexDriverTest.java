package de.einsnull.sensors.driver.datex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.Candidate;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.testkit.DriverCheck;
import de.einsnull.sensors.testkit.FakeWebService;
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

/** Without these a full car park would look free, or a broken charging point would be driven to. */
class DatexDriverTest {

    private final FakeWebService service = new FakeWebService(Publications.AFIR_STATUS);
    private final RecordingDriverContext host = new RecordingDriverContext("datex");

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void itKeepsTheContractOfDrivers() {
        new DriverCheck(() -> driver(Map.of())).device(service).all();
    }

    @Test
    void carParksSayHowManyBaysAreFree() throws Exception {
        service.answerWith(Publications.of("aachen-realtime.xml"));
        open(Map.of()).poll();

        assertThat(host.emitted()).extracting(Report::device).containsExactly("P1", "P2");
        assertThat(host.emitted().get(1).readings())
                .containsExactly(new Reading("free_spaces", 291, "1", Instant.parse("2025-02-07T19:07:26.404Z")));
    }

    /** Single sensors are published as car parks with one bay. */
    @Test
    void aCarParkOfOneBayIsABay() throws Exception {
        service.answerWith(Publications.of("friedrichshafen-sensors-realtime.xml"));
        open(Map.of()).poll();

        assertThat(host.emitted().get(0).device()).isEqualTo("PH19");
        assertThat(host.emitted().get(0).readings())
                .containsExactly(new Reading("occupied", true, Instant.parse("2025-07-18T06:41:01.434Z")));
    }

    @Test
    void chargingPointsSayWhatTheyDoAndWhatItCosts() throws Exception {
        open(Map.of()).poll();

        var updated = Instant.parse("2026-11-24T10:59:30Z");
        var published = Instant.parse("2026-11-24T11:00:00Z");
        assertThat(host.emitted())
                .extracting(Report::device, Report::readings)
                .containsExactly(
                        tuple(
                                "POINT-1",
                                List.of(
                                        new Reading("charging_status", "charging", updated),
                                        new Reading("charging_power", 11.04, "kW", updated),
                                        new Reading("charging_price", "0.37 EUR/kWh", updated))),
                        tuple("POINT-2", List.of(new Reading("charging_status", "outoforder", published))),
                        tuple("POINT-3", List.of(new Reading("charging_status", "unknown", published))));
        assertThat(host.counted(Outcomes.MALFORMED)).isEqualTo(1);
    }

    @Test
    void theTableNamesThemAndSaysWhereTheyAre() throws Exception {
        service.answerAt("/table", Publications.AFIR_TABLE);

        assertThat(scan(open(Map.of("table_url", service.address() + "/table"))))
                .containsExactly(
                        new Candidate(
                                "POINT-1",
                                "",
                                "Marktplatz 1 (DE*ABC*E1)",
                                Map.of(
                                        "power_kw",
                                        "50",
                                        "evse_id",
                                        "DE*ABC*E1",
                                        "longitude",
                                        "8.143500",
                                        "latitude",
                                        "51.823500")),
                        new Candidate(
                                "POINT-2",
                                "",
                                "Marktplatz 1",
                                Map.of("power_kw", "3.7", "longitude", "8.143500", "latitude", "51.823500")),
                        new Candidate("POINT-3", "", "", Map.of()));
    }

    @Test
    void theTableOfCarParksIsReadToo() throws Exception {
        service.answerWith(Publications.of("friedrichshafen-sensors-realtime.xml"));
        service.answerAt("/table", Publications.of("friedrichshafen-sensors-static.xml"));

        assertThat(scan(open(Map.of("table_url", service.address() + "/table"))).get(0))
                .isEqualTo(new Candidate(
                        "PH19",
                        "",
                        "A1225b_Metzstraße_Hsnr.1",
                        Map.of("capacity", "1", "for", "disabled", "longitude", "9.478454", "latitude", "47.652096")));
    }

    @Test
    void whatDidNotChangeIsNotSaidAgainAndWhatWasNotTakenIs() throws Exception {
        var driver = open(Map.of());
        host.answerWith(new Emit.SlowDown(Duration.ofSeconds(1)));
        assertThatThrownBy(driver::poll).isInstanceOf(DriverException.class);
        host.answerWith(new Emit.Accepted());
        driver.poll();
        service.answerWith(Publications.AFIR_STATUS.replace("faulted", "available"));

        driver.poll();

        assertThat(host.emitted())
                .extracting(Report::device)
                .containsExactly("POINT-1", "POINT-1", "POINT-2", "POINT-3", "POINT-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "<html><body>Wartung</body></html>",
                "<html><body>Wartung</html>",
                "Wartung",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
                "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>"
            })
    void whatIsNoPublicationIsSaidToTheOperator(String answer) throws Exception {
        service.answerWith(answer);
        var driver = open(Map.of());

        assertThatThrownBy(driver::poll).isInstanceOfSatisfying(DriverException.class, e -> assertThat(e.reason())
                .isEqualTo(DriverCause.PROTOCOL));
        assertThat(host.emitted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "datex.xml", "ftp://example.org/", "https://", "http://a b/"})
    void aMistakeInTheSettingsIsShownToTheOperator(String wrong) {
        assertThatThrownBy(() -> open(Map.of("url", wrong))).hasMessageContaining("address");
        if (!wrong.isEmpty()) {
            assertThatThrownBy(() -> open(Map.of("table_url", wrong))).hasMessageContaining("address");
        }
    }

    private static List<Candidate> scan(DatexDriver driver) throws DriverException {
        var found = new ArrayList<Candidate>();
        driver.scan(found::add);
        return found;
    }

    private DatexDriver open(Map<String, Object> changed) throws DriverException {
        var driver = driver(changed);
        driver.open(host);
        return driver;
    }

    private DatexDriver driver(Map<String, Object> changed) {
        Map<String, Object> all = new HashMap<>(Map.of("url", service.address().toString(), "timeout_in_s", 2L));
        all.putAll(changed);
        return new DatexDriver(Configurations.of(Settings.class, all));
    }
}
