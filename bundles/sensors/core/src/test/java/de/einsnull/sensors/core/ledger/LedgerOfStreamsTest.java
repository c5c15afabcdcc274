package de.einsnull.sensors.core.ledger;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.bus.api.TopicMessage;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.StreamLedger.Line;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.TestPlatform;
import de.einsnull.sensors.core.ingest.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without this nobody could say where the readings of a device went that are not on its page. */
class LedgerOfStreamsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Channel LEVEL = Channel.number("level", "cm", "urn:level");

    private static void send(TestPlatform test, long sequence, String unit) {
        var reading = new Reading("level", Value.of(sequence), unit, NOON.plusSeconds(sequence));
        var channel = new Channel("level", LEVEL.type(), unit, "urn:level", LEVEL.nameKey());
        var report = new Report("d", sequence, NOON, List.of(reading));
        test.bus.send(TopicMessage.of(
                Wire.TOPIC + "a", Wire.write(report, List.of(new Wire.Measured(reading, channel))), Map.of()));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everythingThatCameIsStoredDoubledOrRefused(Kind kind) throws Exception {
        try (var test = new TestPlatform(kind)) {
            test.register("a", "d", "");
            long device = test.registry
                    .devices(Optional.of("a"), 0, 10)
                    .items()
                    .get(0)
                    .id();
            var ledger = new LedgerOfStreams(test.registry, test.database.database(), test.ingest.tally());
            assertThat(ledger.of(device)).isEmpty();

            for (int i = 0; i < 20; i++) {
                send(test, i % 15, "cm");
            }
            for (int i = 0; i < 3; i++) {
                send(test, i, "inch");
            }

            eventually("all handled", () -> test.bus.backlog("sensors.store") == 0);
            eventually(
                    "all counted",
                    () -> ledger.of(device).stream().mapToLong(Line::received).sum() == 23);
            assertThat(ledger.of(device)).containsExactly(new Line("level", 15, 5, Map.of(Outcomes.WRONG_TYPE, 3L)));
            assertThat(ledger.of(device + 1_000)).isEmpty();
        }
    }
}
