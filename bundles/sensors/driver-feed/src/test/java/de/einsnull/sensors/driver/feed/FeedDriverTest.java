package de.einsnull.sensors.driver.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.testkit.DriverCheck;
import de.einsnull.sensors.testkit.FakeWebService;
import de.einsnull.sensors.testkit.RecordingDriverContext;
import de.einsnull.testkit.Configurations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without these a feed that stumbles would take its values with it, or a mistake in the settings would go unnoticed. */
class FeedDriverTest {

    private static final String GOOD = "[{\"id\":\"a\",\"free\":3},{\"id\":\"b\",\"free\":7}]";

    private final FakeWebService service = new FakeWebService(GOOD);
    private final RecordingDriverContext host = new RecordingDriverContext("parking");

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void itKeepsTheContractOfDrivers() {
        new DriverCheck(() -> driver(Map.of())).device(service).all();
    }

    @Test
    void itSaysWhatItDelivers() {
        var driver = driver(Map.of("interval_in_s", 60L));

        assertThat(driver.describe().channels()).extracting(Channel::id).containsExactly("free_spaces");
        assertThat(driver.interval()).isEqualTo(Duration.ofSeconds(60));
    }

    /** A feed that is asked each minute repeats most of its values: they must not fill queue and ledger. */
    @Test
    void whatWasSaidIsNotSaidAgain() throws Exception {
        var driver = driver(Map.of("time", "at"));
        driver.open(host);
        service.answerWith("[{\"id\":\"a\",\"free\":3,\"at\":\"2026-11-24T12:00:00Z\"}]");

        driver.poll();
        driver.poll();
        assertThat(host.emitted()).hasSize(1);

        service.answerWith("[{\"id\":\"a\",\"free\":3,\"at\":\"2026-11-24T12:05:00Z\"}]");
        driver.poll();
        assertThat(host.emitted()).hasSize(2);
    }

    @Test
    void whatWasNotTakenIsSaidAgain() throws Exception {
        var driver = driver(Map.of());
        driver.open(host);
        host.answerWith(new Emit.Rejected(Outcomes.UNKNOWN_DEVICE, "not registered"));
        driver.poll();
        host.answerWith(new Emit.SlowDown(Duration.ofSeconds(1)));

        assertThatThrownBy(driver::poll).isInstanceOf(DriverException.class);
        host.answerWith(new Emit.Accepted());
        driver.poll();

        assertThat(host.emitted()).hasSize(2 + 1 + 2);
    }

    @Test
    void oneDamagedRecordCostsOnlyItself() throws Exception {
        var driver = driver(Map.of());
        driver.open(host);
        service.answerWith("[{\"free\":1},7,{\"id\":\"a\",\"free\":-1},{\"id\":\"b\",\"free\":7}]");

        driver.poll();

        assertThat(host.emitted()).hasSize(1);
        assertThat(host.counted(Outcomes.MALFORMED)).isEqualTo(2);
        assertThat(host.counted(FeedDriver.IMPLAUSIBLE)).isEqualTo(1);
    }

    @Test
    void anAnswerWithoutValuesIsSaidToTheOperator() throws Exception {
        var driver = driver(Map.of());
        driver.open(host);
        for (String odd : new String[] {"[]", "{}", "\"x\"", "<html>maintenance</html>", ""}) {
            service.answerWith(odd);
            assertThatThrownBy(driver::poll).isInstanceOfSatisfying(DriverException.class, e -> assertThat(e.reason())
                    .isIn(DriverCause.PROTOCOL, DriverCause.COMMUNICATION));
        }
    }

    /** Whatever a service answers: readings or a sentence for city IT, never an exception that says nothing. */
    @Test
    void noAnswerWhatsoeverMakesItFailInAnotherWay() throws Exception {
        var random = new Random(1);
        var driver = driver(Map.of());
        driver.open(host);
        for (int i = 0; i < 300; i++) {
            var bytes = GOOD.getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
            }
            service.answerWith(new String(bytes, StandardCharsets.UTF_8));
            try {
                driver.poll();
            } catch (DriverException expected) {
                assertThat(expected.getMessage()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "url, ftp://example.org/x, address",
        "url, https:///x, address",
        "format, xml, XML",
        "device, '', id of a device",
        "zone, Mars/Base, time zone",
        "grid, gauss, GAUSS",
        "charset, klingon, klingon"
    })
    void aMistakeInTheSettingsIsShownToTheOperator(String setting, String value, String text) {
        var driver = driver(Map.of(setting, value));

        assertThat(driver.describe().channels()).isEmpty();
        assertThatThrownBy(() -> driver.open(host))
                .isInstanceOfSatisfying(
                        DriverException.class, e -> assertThat(e.reason()).isEqualTo(DriverCause.CONFIGURATION))
                .hasMessageContaining(text);
    }

    private FeedDriver driver(Map<String, Object> changed) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "url",
                service.address() + "/feed",
                "channels",
                new String[] {"free_spaces = free, 1, 0.."},
                "timeout_in_s",
                2L));
        all.putAll(changed);
        return new FeedDriver(Configurations.of(Settings.class, all));
    }
}
