package de.einsnull.sensors.core.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Rollup;
import de.einsnull.sensors.api.Rollup.Span;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.core.TestDatabase;
import de.einsnull.sensors.core.TestDatabase.Kind;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without these a chart of a year would be slow, or would not show what has just come. */
class RollupServiceTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:07:00Z");

    private static RollupService at(TestDatabase test, Instant now) {
        return new RollupService(test.database(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void store(TestDatabase test, List<Observation> batch) throws SQLException {
        test.database().observations().prepare(batch);
        test.database().inTransaction(c -> test.database().observations().store(c, batch));
    }

    private static Observation observation(Instant time, double value) {
        return new Observation(1, time, time, 0, Value.of(value));
    }

    /** What goes on while the platform is killed is done again, and a quarter that is not over is left for later. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void aQuarterIsPutTogetherWhenItIsOver(Kind kind) throws SQLException {
        try (var test = new TestDatabase(kind)) {
            store(
                    test,
                    List.of(
                            observation(NOW.minusSeconds(600), 1),
                            observation(NOW.minusSeconds(480), 4),
                            observation(NOW, 100)));

            at(test, NOW).follow();
            assertThat(quarters(test))
                    .containsExactly(new Rollup(Instant.parse("2026-07-01T11:45:00Z"), Span.QUARTER, 2, 1, 4, 5));

            at(test, NOW.plusSeconds(900)).follow();
            assertThat(quarters(test)).hasSize(2);
            assertThat(quarters(test).get(1).mean()).isEqualTo(100);
        }
    }

    private static List<Rollup> quarters(TestDatabase test) {
        return at(test, NOW).list(1, Span.QUARTER, Instant.EPOCH, NOW, 100);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void yearsAreWorkedOutInPartsThatEachHold(Kind kind) throws SQLException {
        try (var test = new TestDatabase(kind)) {
            store(
                    test,
                    IntStream.range(0, 400)
                            .mapToObj(day -> observation(NOW.minus(Duration.ofDays(day)), day))
                            .toList());

            at(test, NOW).follow();

            var days = at(test, NOW).list(1, Span.DAY, Instant.EPOCH, NOW, 1_000);
            assertThat(days).hasSize(399).allSatisfy(day -> assertThat(day.count())
                    .isEqualTo(1));
            assertThat(days.get(0).begins()).isEqualTo(Instant.parse("2025-05-27T22:00:00Z"));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aChartOfAYearHasFewPointsAndEndsNow(Kind kind) throws SQLException {
        try (var test = new TestDatabase(kind)) {
            store(
                    test,
                    IntStream.range(0, 365 * 12)
                            .mapToObj(n -> observation(NOW.minus(Duration.ofHours(2L * n)), n % 12))
                            .toList());
            at(test, NOW).follow();

            var year = new LongSeries(test.database())
                    .read(1, NOW.minus(Duration.ofDays(365)), NOW.plusSeconds(1), 100)
                    .orElseThrow();

            assertThat(year).hasSizeBetween(90, 110);
            assertThat(year.get(40).value()).isEqualTo(Value.of(5.5));
            assertThat(year.get(year.size() - 1).phenomenonTime()).isEqualTo(NOW);
            assertThat(year).isSortedAccordingTo((a, b) -> a.phenomenonTime().compareTo(b.phenomenonTime()));
        }
    }

    @Test
    void aChartOfADayReadsTheObservationsThemselves() throws SQLException {
        try (var test = new TestDatabase(Kind.H2)) {
            store(test, List.of(observation(NOW.minusSeconds(3_600), 1)));
            at(test, NOW).follow();

            var series = new LongSeries(test.database());

            assertThat(series.read(1, NOW.minus(Duration.ofDays(1)), NOW, 288)).isEmpty();
            assertThat(series.read(2, NOW.minus(Duration.ofDays(30)), NOW, 288)).isEmpty();
        }
    }

    @Test
    void nobodyGetsMoreThanHeCanHold() {
        try (var test = new TestDatabase(Kind.H2)) {
            assertThatThrownBy(() -> at(test, NOW).list(1, Span.DAY, NOW, NOW, 100_000))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Twice a year a day has 23 or 25 hours. */
    @Test
    void daysAreThoseOfTheCitysClock() {
        var begin = Instant.parse("2026-10-24T22:00:00Z");

        assertThat(Stretches.begin(Span.DAY, begin.plus(Duration.ofHours(24)))).isEqualTo(begin);
        assertThat(Stretches.next(Span.DAY, begin)).isEqualTo(begin.plus(Duration.ofHours(25)));
        assertThat(Stretches.notBefore(Span.HOUR, begin)).isEqualTo(begin);
        assertThat(Stretches.notBefore(Span.HOUR, begin.plusSeconds(1))).isEqualTo(begin.plusSeconds(3_600));
        assertThat(Stretches.daysBefore(begin.plusSeconds(1), 0)).isEqualTo(begin);
    }
}
