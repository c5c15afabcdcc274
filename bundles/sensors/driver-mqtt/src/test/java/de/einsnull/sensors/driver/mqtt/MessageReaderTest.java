package de.einsnull.sensors.driver.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.RawMessage;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Without these a weather station could report nonsense, or a typing error in the settings would go unnoticed. */
class MessageReaderTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");

    private final MessageReader reader = new MessageReader(
            "topic:2",
            List.of(
                    Mapping.parse("air_temperature = /data/temp, Cel"),
                    Mapping.parse("occupied=/busy,boolean"),
                    Mapping.parse("charging_status = /status, text"),
                    Mapping.parse("noise = /noise, dB, urn:example:noise")),
            "/time",
            "/n");

    @Test
    void everythingConfiguredIsRead() throws Exception {
        var report = read("{\"data\":{\"temp\":-3.5},\"busy\":1,\"status\":\"charging\",\"noise\":55,\"n\":17,"
                + "\"time\":\"2026-11-24T13:00:00+02:00\",\"more\":[1,2]}");

        assertThat(report.device()).isEqualTo("s1");
        assertThat(report.sequence()).isEqualTo(17);
        var at = Instant.parse("2026-11-24T11:00:00Z");
        assertThat(report.readings())
                .containsExactly(
                        new Reading("air_temperature", -3.5, "Cel", at),
                        new Reading("occupied", true, at),
                        new Reading("charging_status", "charging", at),
                        new Reading("noise", 55, "dB", at));
    }

    @Test
    void whatIsNotInAMessageIsNotReported() throws Exception {
        assertThat(read("{\"data\":{\"temp\":1},\"busy\":null,\"time\":0}").readings())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1764000000, 2025-11-24T16:00:00Z",
        "1764000000123, 2025-11-24T16:00:00.123Z",
        "1.5, 1970-01-01T00:00:01.500Z"
    })
    void timesMayBeNumbers(String number, Instant expected) throws Exception {
        assertThat(read("{\"busy\":true,\"time\":" + number + "}")
                        .readings()
                        .get(0)
                        .at())
                .isEqualTo(expected);
    }

    @Test
    void theTimeOfReceptionCountsWhenNoneIsConfigured() throws Exception {
        var plain = new MessageReader("/id", List.of(Mapping.parse("occupied = /busy, boolean")), "", "");

        var report = plain.read(message("x", "{\"id\":\"A8\",\"busy\":false}"));

        assertThat(report.device()).isEqualTo("A8");
        assertThat(report.readings()).containsExactly(new Reading("occupied", false, RECEIVED));
    }

    @Test
    void wrongTypesAndNonNumbersAreLeftToTheHostToRefuse() throws Exception {
        assertThat(value("{\"data\":{\"temp\":\"warm\"},\"time\":0}")).isEqualTo(Value.of("warm"));
        assertThat(value("{\"data\":{\"temp\":{\"v\":1}},\"time\":0}")).isInstanceOf(Value.Text.class);
        assertThat(value("{\"data\":{\"temp\":NaN},\"time\":0}")).isEqualTo(Value.of(Double.NaN));
        assertThat(value("{\"data\":{\"temp\":1e999},\"time\":0}")).isEqualTo(Value.of(Double.POSITIVE_INFINITY));
        assertThat(value("{\"busy\":2,\"time\":0}")).isEqualTo(Value.of(2.0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "hello",
                "[]",
                "{}",
                "{\"busy\":true}",
                "{\"busy\":true,\"time\":\"yesterday\"}",
                "{\"busy\":true,\"time\":{}}",
            })
    void whatCannotBeUnderstoodIsMalformed(String payload) {
        assertThatThrownBy(() -> read(payload))
                .isInstanceOfSatisfying(UndecodableFrameException.class, e -> assertThat(e.outcome())
                        .isEqualTo(Outcomes.MALFORMED));
    }

    @Test
    void aMessageWithoutADeviceIsMalformed() {
        var byField = new MessageReader("/id", List.of(Mapping.parse("occupied = /busy, boolean")), "", "");

        assertThatThrownBy(() -> byField.read(message("x", "{\"busy\":true}"))).hasMessageContaining("no device");
        assertThatThrownBy(() -> reader.read(message("short", "{\"busy\":true,\"time\":0}")))
                .hasMessageContaining("no level 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"air_temperature", "a = b", "a = temp, Cel", "a = /t, Cel, urn:a, more", "Ä = /t, Cel"})
    void aMistakeInTheSettingsIsSaid(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> Mapping.parse(line));
    }

    @Test
    void aDeviceSettingMustBeALevelOrAPointer() {
        var mappings = List.of(Mapping.parse("occupied = /busy, boolean"));
        for (String wrong : List.of("topic:0", "topic:x", "id")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new MessageReader(wrong, mappings, "", ""));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new MessageReader("/id", List.of(), "", ""));
    }

    @Test
    void noBytesWhatsoeverMakeItFailInAnyOtherWay() {
        var good = "{\"data\":{\"temp\":-3.5},\"busy\":1,\"time\":0}".getBytes(StandardCharsets.UTF_8);
        var random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            var bytes = good.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(reader.read(new RawMessage("w/s1", bytes, Map.of(), RECEIVED))
                                .readings())
                        .isNotEmpty();
            } catch (UndecodableFrameException expected) {
                assertThat(expected.outcome()).isEqualTo(Outcomes.MALFORMED);
            }
        }
    }

    private Value value(String payload) throws UndecodableFrameException {
        return read(payload).readings().get(0).value();
    }

    private de.einsnull.sensors.api.driver.Report read(String payload) throws UndecodableFrameException {
        return reader.read(message("weather/s1/values", payload));
    }

    private static RawMessage message(String topic, String payload) {
        return new RawMessage(topic, payload.getBytes(StandardCharsets.UTF_8), Map.of(), RECEIVED);
    }
}
