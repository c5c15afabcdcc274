package de.einsnull.sensors.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.testkit.MovableClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One unit or year mixed up, and a chart or an alarm of the city is wrong for ever. */
class AcceptanceTest {

    private static final Channel TEMPERATURE = Channel.number("air_temperature", "Cel", "urn:t");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Acceptance acceptance = new Acceptance(new MovableClock(NOW));

    @ParameterizedTest
    @CsvSource({
        "2000-01-01T00:00:00Z, ''",
        "1999-12-31T23:59:59.999Z, past-time",
        "1970-01-01T00:00:00Z, past-time",
        "2026-11-25T12:00:00Z, ''",
        "2026-11-25T12:00:00.000000001Z, future-time",
        "+1000000000-12-31T23:59:59Z, future-time",
    })
    void clocksOfDevicesMayBeADayAheadButNotInAnotherCentury(Instant at, String outcome) {
        assertThat(outcome(new Reading("air_temperature", 21, "Cel", at), TEMPERATURE))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsRefused(double number) {
        assertThat(outcome(new Reading("air_temperature", number, "Cel", NOW), TEMPERATURE))
                .isEqualTo(Outcomes.NOT_FINITE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, -0.0})
    void everyOtherNumberIsTaken(double number) {
        assertThat(outcome(new Reading("air_temperature", number, "Cel", NOW), TEMPERATURE))
                .isEmpty();
    }

    @Test
    void anotherUnitOrTypeThanDeclaredIsRefusedAndSaidWithBoth() {
        var kelvin = acceptance.check(new Reading("air_temperature", 294, "K", NOW), TEMPERATURE);
        assertThat(kelvin).hasValueSatisfying(refusal -> {
            assertThat(refusal.outcome()).isEqualTo(Outcomes.WRONG_TYPE);
            assertThat(refusal.detail()).contains("'K'", "'Cel'", "air_temperature");
        });
        assertThat(outcome(new Reading("air_temperature", true, NOW), TEMPERATURE))
                .isEqualTo(Outcomes.WRONG_TYPE);
        assertThat(outcome(new Reading("door", 1, "1", NOW), Channel.flag("door", "urn:d")))
                .isEqualTo(Outcomes.WRONG_TYPE);
    }

    @Test
    void aTextMayBeAsLongAsTheColumn() {
        var note = Channel.text("note", "urn:n");
        assertThat(outcome(new Reading("note", "ü".repeat(Value.MAX_TEXT_CHARS), NOW), note))
                .isEmpty();
        assertThat(outcome(new Reading("note", "ü".repeat(Value.MAX_TEXT_CHARS + 1), NOW), note))
                .isEqualTo(Outcomes.OVERSIZED);
    }

    private String outcome(Reading reading, Channel channel) {
        return acceptance.check(reading, channel).map(Refusal::outcome).orElse("");
    }
}
