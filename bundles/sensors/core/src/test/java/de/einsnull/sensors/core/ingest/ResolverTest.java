package de.einsnull.sensors.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.core.TestDatabase;
import de.einsnull.sensors.core.TestPlatform;
import de.einsnull.testkit.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last look before a value is stored for good. */
class ResolverTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Channel TEMPERATURE = Channel.number("air_temperature", "Cel", "urn:t");

    private final TestPlatform test = new TestPlatform(TestDatabase.Kind.H2);
    private final Resolver resolver = new Resolver(test.registry, new Acceptance(new MovableClock(NOON)));

    @BeforeEach
    void register() {
        test.register("lora", "d1", "");
    }

    @AfterEach
    void close() {
        test.close();
    }

    /** A gateway with a wrong clock must not make values look a year old, or not arrived yet. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-24T11:59:58.123456789Z, 2026-11-24T11:59:58.123456Z",
        "2026-11-25T12:00:00Z, 2026-11-25T12:00:00Z",
        "2026-11-25T12:00:00.000001Z, 2026-11-24T12:00:00Z",
        "1970-01-01T00:00:00Z, 2026-11-24T12:00:00Z",
    })
    void aTimeOfReceptionThatCannotBeIsReplacedByTheQueues(Instant stated, Instant stored) {
        var resolved = resolver.resolve("lora", wire("d1", stated, reading(21, "Cel")), NOON);
        assertThat(resolved.observations()).extracting(Observation::resultTime).containsExactly(stored);
    }

    @Test
    void theGoodReadingsAreStoredAndTheFirstBadOneIsNamed() {
        var resolved = resolver.resolve("lora", wire("d1", NOON, reading(Double.NaN, "Cel"), reading(21, "Cel")), NOON);
        assertThat(resolved.observations()).hasSize(1);
        assertThat(resolved.refusal()).map(Refusal::outcome).contains(Outcomes.NOT_FINITE);
    }

    /** Once a series has a unit, nobody can slip in another one: means and alarms would mix them. */
    @Test
    void aSeriesKeepsItsUnit() {
        resolver.resolve("lora", wire("d1", NOON, reading(21, "Cel")), NOON);
        var resolved = resolver.resolve("lora", wire("d1", NOON, reading(294, "K")), NOON);
        assertThat(resolved.observations()).isEmpty();
        assertThat(resolved.refusal()).map(Refusal::outcome).contains(Outcomes.WRONG_TYPE);
    }

    @Test
    void aDeviceIsKnownOnlyByItsOwnDriver() {
        var resolved = resolver.resolve("other", wire("d1", NOON, reading(21, "Cel")), NOON);
        assertThat(resolved.refusal()).map(Refusal::outcome).contains(Outcomes.UNKNOWN_DEVICE);
    }

    @Test
    void whatIsNoReportIsKeptForTheOperator() {
        var resolved = resolver.resolve("lora", "{\"d\":1}".getBytes(StandardCharsets.UTF_8), NOON);
        assertThat(resolved.refusal()).map(Refusal::outcome).contains(Outcomes.MALFORMED);
    }

    private static Wire.Measured reading(double number, String unit) {
        var channel = unit.equals("Cel") ? TEMPERATURE : Channel.number("air_temperature", unit, "urn:t");
        return new Wire.Measured(new Reading("air_temperature", number, unit, NOON), channel);
    }

    private static byte[] wire(String device, Instant receivedAt, Wire.Measured... readings) {
        var all = Arrays.asList(readings);
        var report = new Report(
                device, 1, receivedAt, all.stream().map(Wire.Measured::reading).toList());
        return Wire.write(report, all);
    }
}
