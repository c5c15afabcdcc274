package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.testkit.RecordingDriverContext;
import de.einsnull.testkit.Configurations;
import de.einsnull.testkit.LeakCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ${className}DriverTest {

    private final LeakCheck leaks = LeakCheck.begin();
    private final RecordingDriverContext platform = new RecordingDriverContext("gauges");
    private WebService service;
    private ${className}Driver driver;

    @BeforeEach
    void open() throws Exception {
        service = new WebService();
        driver = new ${className}Driver(settings(service.address()));
        driver.open(platform);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        driver.close(CloseReason.STOPPED);
        service.close();
        leaks.nothingIsLeft();
    }

    @Test
    void readingsOfAllDevicesAreEmitted() throws Exception {
        service.says("{\"timestamp\": \"2026-11-24T12:00:00+01:00\", \"value\": 142.5}");

        driver.poll();

        assertThat(platform.emitted()).hasSize(2).allSatisfy(report -> {
            var reading = report.readings().get(0);
            assertThat(reading.value()).isEqualTo(Value.of(142.5));
            assertThat(reading.at()).isEqualTo(Instant.parse("2026-11-24T11:00:00Z"));
        });
    }

    @Test
    void theIntervalIsTheConfiguredOne() {
        assertThat(driver.interval()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aServiceThatFailsIsTriedAgainLater() {
        service.fails();

        assertThatThrownBy(driver::poll).isInstanceOf(DriverException.class).hasMessageContaining("north");
        assertThat(platform.emitted()).isEmpty();
    }

    @Test
    void aPlatformThatCannotKeepUpIsGivenTime() {
        service.says("{\"timestamp\": \"2026-11-24T12:00:00Z\", \"value\": 1}");
        platform.answerWith(new Emit.SlowDown(Duration.ofSeconds(1)));

        assertThatThrownBy(driver::poll).isInstanceOf(DriverException.class);
    }

    /** Whatever a service answers: a reading or a sentence for city IT, never an exception that says nothing. */
    @Test
    void noAnswerWhatsoeverMakesItFailInAnotherWay() throws Exception {
        var random = new Random(1);
        for (int i = 0; i < 300; i++) {
            service.says("{\"timestamp\": \"2026-11-24T12:00:00Z\", \"value\": 1}", random);
            try {
                driver.poll();
            } catch (DriverException expected) {
                assertThat(expected).hasMessageContaining("No reading of");
            }
        }
    }

    @Test
    void aWrongAddressIsSaidBeforeTheFirstPoll() {
        assertThatThrownBy(() -> new ${className}Driver(settings("ftp://example.org")).open(platform))
                .isInstanceOf(DriverException.class)
                .hasMessageContaining("address");
    }

    private static ${className}Settings settings(String address) {
        return Configurations.of(
                ${className}Settings.class,
                Map.of("address", address, "devices", new String[] {"north, south"}, "interval_in_s", 5L));
    }
}
