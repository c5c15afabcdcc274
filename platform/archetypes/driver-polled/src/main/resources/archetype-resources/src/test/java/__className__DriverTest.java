package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.testkit.DriverCheck;
import de.einsnull.sensors.testkit.FakeWebService;
import de.einsnull.sensors.testkit.RecordingDriverContext;
import de.einsnull.testkit.Configurations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ${className}DriverTest {

    private static final String ANSWER = "{\"timestamp\": \"2026-11-24T12:00:00+01:00\", \"value\": 142.5}";

    private final FakeWebService service = new FakeWebService(ANSWER);
    private final RecordingDriverContext platform = new RecordingDriverContext("gauges");

    @AfterEach
    void end() {
        service.close();
    }

    /** Mistakes that drivers made elsewhere: left-over threads, no way back after a failure, waiting for ever, ... */
    @Test
    void keepsTheContractOfDrivers() {
        new DriverCheck(this::driver).device(service).all();
    }

    @Test
    void readingsOfAllDevicesAreEmitted() throws Exception {
        var driver = driver();
        driver.open(platform);

        driver.poll();

        assertThat(driver.interval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(platform.emitted()).hasSize(2).allSatisfy(report -> {
            var reading = report.readings().get(0);
            assertThat(reading.value()).isEqualTo(Value.of(142.5));
            assertThat(reading.at()).isEqualTo(Instant.parse("2026-11-24T11:00:00Z"));
        });
    }

    /** Whatever a service answers: a reading or a sentence for city IT, never an exception that says nothing. */
    @Test
    void noAnswerWhatsoeverMakesItFailInAnotherWay() throws Exception {
        var random = new Random(1);
        var driver = driver();
        driver.open(platform);
        for (int i = 0; i < 300; i++) {
            service.answerWith(damaged(ANSWER, random));
            try {
                driver.poll();
            } catch (DriverException expected) {
                assertThat(expected).hasMessageContaining("No reading of");
            }
        }
    }

    @Test
    void aWrongAddressIsSaidBeforeTheFirstPoll() {
        var driver = new ${className}Driver(settings("ftp://example.org"));

        assertThatThrownBy(() -> driver.open(platform))
                .isInstanceOf(DriverException.class)
                .hasMessageContaining("address");
    }

    private ${className}Driver driver() {
        return new ${className}Driver(settings(service.address() + "/{device}.json"));
    }

    private static ${className}Settings settings(String address) {
        return Configurations.of(
                ${className}Settings.class,
                Map.of("address", address, "devices", new String[] {"north, south"}, "interval_in_s", 5L));
    }

    private static String damaged(String text, Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int change = random.nextInt(4); change > 0; change--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
