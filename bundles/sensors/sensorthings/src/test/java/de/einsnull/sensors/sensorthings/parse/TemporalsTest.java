package de.einsnull.sensors.sensorthings.parse;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.sensorthings.model.TimeValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without these a report would be stored at another time than its device says. */
class TemporalsTest {

    /** The quick way has to say the same as the thorough one. */
    @Test
    void everyUsualTimeIsReadToTheNanosecond() {
        var random = new Random(9);
        for (int i = 0; i < 2_000; i++) {
            long seconds = random.nextLong(-62_000_000_000L, 253_000_000_000L);
            var time = Instant.ofEpochSecond(seconds, random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
            var text = time.toString();

            assertThat(UtcText.isUsual(text)).as(text).isTrue();
            assertThat(Temporals.parse(text)).contains(TimeValue.at(time));
            assertThat(UtcText.read(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
        }
        assertThat(Temporals.parse("2026-01-01T00:00:00.5Z").orElseThrow().start())
                .isEqualTo(Instant.parse("2026-01-01T00:00:00.5Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-01-01T24:00:01Z",
                "2026-01-01T00:60:00Z",
                "2026-01-01T00:00:00.Z",
                "2026-01-01T00:00:00.1234567890Z",
                "2026-01-01 00:00:00Z",
                "0000-01-01T00:00:00Z",
                "2026-01-01T00:00:0٣Z",
                "Z",
                ""
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThat(Temporals.parse(text)).isEmpty();
    }

    @Test
    void otherZonesAndMissingSecondsAreReadToo() {
        var noon = TimeValue.at(Instant.parse("2026-01-01T12:00:00Z"));

        assertThat(Temporals.parse("2026-01-01T13:00:00+01:00")).contains(noon);
        assertThat(Temporals.parse("2026-01-01T13:00+0100")).contains(noon);
        assertThat(Temporals.parse("2026-01-01T12:00:00")).contains(noon);
    }
}
