package de.einsnull.sensors.driver.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.RawMessage;
import de.einsnull.sensors.testkit.DriverCheck;
import de.einsnull.sensors.testkit.RecordingDriverContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without these a configured driver would not say what it delivers, or lose what the platform cannot take. */
class MqttDriverTest {

    private static final String CHANNEL = "air_temperature = /t, Cel";

    private final RecordingDriverContext host = new RecordingDriverContext("weather");

    @Test
    void itEmitsWhatItReads() throws Exception {
        var driver = driver(CHANNEL, "weather/+/values");
        driver.open(host);

        driver.receive(message("{\"t\":3}"));

        assertThat(host.emitted()).singleElement().satisfies(r -> {
            assertThat(r.device()).isEqualTo("s1");
            assertThat(r.readings()).hasSize(1);
        });
        assertThat(driver.describe().channels()).extracting(Channel::id).containsExactly("air_temperature");
        assertThat(driver.topicFilters()).containsExactly("weather/+/values");
    }

    @Test
    void itKeepsTheContractOfDrivers() {
        new DriverCheck(() -> driver(CHANNEL, "weather/+/values"))
                .messages(message("{\"t\":3}"))
                .all();
    }

    @Test
    void itAsksForTheMessageAgainWhenThePlatformIsBusy() throws Exception {
        var driver = driver(CHANNEL, "weather/+/values");
        driver.open(host);
        host.answerWith(new Emit.SlowDown(Duration.ofSeconds(1)));

        assertThatThrownBy(() -> driver.receive(message("{\"t\":3}"))).isInstanceOf(DriverException.class);
    }

    @Test
    void severalValuesMayStandInOneTextAsInAFile() {
        var driver = driver("air_temperature = /t, Cel; occupied = /o, boolean", "weather/#, soil/+");

        assertThat(driver.topicFilters()).containsExactly("weather/#", "soil/+");
        assertThat(driver.describe().channels()).extracting(Channel::id).containsExactly("air_temperature", "occupied");
    }

    @Test
    void aMistakeInTheSettingsIsShownToTheOperator() {
        assertMistake(driver(CHANNEL), "No topics");
        assertMistake(driver("air_temperature: /t", "weather/#"), "Expected 'channel = /pointer, unit'");
        assertThat(driver("air_temperature: /t", "weather/#").describe().channels())
                .isEmpty();
    }

    private void assertMistake(MqttDriver driver, String text) {
        assertThatThrownBy(() -> driver.open(host))
                .isInstanceOfSatisfying(
                        DriverException.class, e -> assertThat(e.reason()).isEqualTo(DriverCause.CONFIGURATION))
                .hasMessageContaining(text);
    }

    private static RawMessage message(String payload) {
        return new RawMessage("weather/s1/values", payload.getBytes(StandardCharsets.UTF_8), Map.of(), Instant.EPOCH);
    }

    private static MqttDriver driver(String channel, String... topics) {
        return new MqttDriver(topics, "topic:2", new String[] {channel}, "", "");
    }
}
