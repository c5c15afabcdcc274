package de.einsnull.sensors.driver.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.RawMessage;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import de.einsnull.sensors.driver.kit.webhook.WebhookTarget;
import de.einsnull.sensors.testkit.DriverCheck;
import de.einsnull.sensors.testkit.RecordingDriverContext;
import de.einsnull.testkit.Configurations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Without these what a supplier pushes would be lost, doubled or taken from anybody. */
class WebhookDriverTest {

    private static final String SECRET = "0123456789abcdef";
    private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");

    private final RecordingDriverContext host = new RecordingDriverContext("counter");

    @Test
    void itKeepsTheContractOfDrivers() {
        new DriverCheck(() -> driver(Map.of()))
                .messages(
                        message("{\"id\":\"a\",\"people\":3,\"at\":\"2026-11-24T11:59:00Z\"}"),
                        message("[{\"id\":\"a\",\"people\":3,\"at\":0},{\"id\":\"b\",\"people\":4,\"at\":9}]"))
                .all();
    }

    @Test
    void aMessageMayBeOneRecordOrAList() throws Exception {
        var driver = driver(Map.of("list", "/batch/items", "sequence", "n"));
        driver.open(host);

        driver.receive(
                message("{\"batch\":{\"items\":[{\"id\":\"a\",\"people\":3,\"n\":5,\"at\":\"2026-11-24 12:59:00\"},"
                        + "{\"id\":\"b\",\"people\":\"4\",\"at\":\"2026-11-24T11:59:00Z\"}]}}"));

        var at = Instant.parse("2026-11-24T11:59:00Z");
        assertThat(host.emitted())
                .containsExactly(
                        report("a", 5, new Reading("people_count", 3, "1", at)),
                        report("b", 0, new Reading("people_count", 4, "1", at)));
    }

    /** The same message sent twice is one observation only if nothing in it comes from the clock. */
    @Test
    void withoutATimeTheReceptionCounts() throws Exception {
        var driver = driver(Map.of("time", ""));
        driver.open(host);

        driver.receive(message("{\"id\":\"a\",\"people\":3}"));

        assertThat(host.emitted()).containsExactly(report("a", 0, new Reading("people_count", 3, "1", RECEIVED)));
    }

    @Test
    void oneDamagedRecordCostsOnlyItself() throws Exception {
        var driver = driver(Map.of());
        driver.open(host);

        driver.receive(
                message("[{\"people\":3},{\"id\":\"b\",\"people\":4,\"at\":1},{\"id\":\"c\",\"people\":-1,\"at\":1}]"));

        assertThat(host.emitted()).extracting(Report::device).containsExactly("b");
        assertThat(host.counted(Outcomes.MALFORMED)).isEqualTo(1);
        assertThat(host.counted(WebhookDriver.IMPLAUSIBLE)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "hello",
                "{}",
                "{\"id\":\"a\"} x",
                "[{}]",
                "{\"id\":\"a\",\"people\":1,\"at\":\"never\"}"
            })
    void whatCannotBeUnderstoodIsKeptForTheOperator(String body) throws Exception {
        var driver = driver(Map.of());
        driver.open(host);

        assertThatThrownBy(() -> driver.receive(message(body)))
                .isInstanceOfSatisfying(UndecodableFrameException.class, e -> assertThat(e.outcome())
                        .isEqualTo(Outcomes.MALFORMED));
    }

    @Test
    void eachInstanceHasAnAddressAndASecretOfItsOwn() {
        var driver = driver(Map.of());

        assertThat(driver.instance()).isEqualTo("counter");
        assertThat(driver.topicFilters()).containsExactly(driver.topic());
        assertThat(admits(driver, "Authorization", "Bearer " + SECRET)).isTrue();
        assertThat(admits(driver, "Authorization", "Bearer other")).isFalse();
        // printf '{}' | openssl dgst -sha256 -hmac 0123456789abcdef
        var signed = driver(Map.of("proof", "signature", "header", "X-Sign"));
        assertThat(admits(signed, "X-Sign", "f91e3e9f05cc2df64ac1c26f8adccdffda8d1e4a7a8c50a1a08eeadac6ddfec5"))
                .isTrue();
        assertThat(admits(signed, "Authorization", "Bearer " + SECRET)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "secret, short, 16 characters",
        "secret, , 16 characters",
        "zone, Mars/Base, time zone",
        "device, '', id of a device",
        "list, '/[x]', field=value"
    })
    void aMistakeInTheSettingsIsShownToTheOperator(String setting, String value, String text) {
        Map<String, Object> changed = new HashMap<>();
        changed.put(setting, value);
        var driver = driver(changed);

        assertThatThrownBy(() -> driver.open(host))
                .isInstanceOfSatisfying(
                        DriverException.class, e -> assertThat(e.reason()).isEqualTo(DriverCause.CONFIGURATION))
                .hasMessageContaining(text);
        assertThat(admits(driver, "Authorization", "Bearer " + value)).isFalse();
    }

    private static boolean admits(WebhookDriver driver, String header, String value) {
        var headers = WebhookTarget.Headers.of(Map.of(header, value));
        return driver.guard().admits(headers, "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static Report report(String device, long sequence, Reading reading) {
        return new Report(device, sequence, RECEIVED, List.of(reading));
    }

    private static RawMessage message(String body) {
        return new RawMessage("sensors/webhook/counter", body.getBytes(StandardCharsets.UTF_8), Map.of(), RECEIVED);
    }

    private static WebhookDriver driver(Map<String, Object> changed) {
        Map<String, Object> all = new HashMap<>(
                Map.of("sensors_instance", "counter", "secret", SECRET, "time", "at", "channels", new String[] {
                    "people_count = people, 1, 0.."
                }));
        all.putAll(changed);
        return new WebhookDriver(Configurations.of(Settings.class, all));
    }
}
