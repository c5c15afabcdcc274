package de.einsnull.sensors.portal.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A chart that draws a line over a gap, or an axis nobody can read, tells the citizen something false. */
class ChartTest {

    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Plot DAY = new Plot(Plot.Size.WIDE, Period.DAY, NOON, ZONE);

    private static Sample sample(int minutesAgo, double value) {
        return new Sample(NOON.minus(Duration.ofMinutes(minutesAgo)), value);
    }

    private static Chart line(List<Sample> samples) {
        return DAY.line(
                samples,
                false,
                (number, decimals) -> String.format(Locale.ROOT, "%." + decimals + "f", number),
                value -> value + " °C");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100, false, 0, 100, 20",
        "12.3, 26.1, false, 10, 30, 5",
        "3, 41, true, 0, 50, 10",
        "-4, 7, false, -5, 10, 5",
        "0.011, 0.034, false, 0.01, 0.035, 0.005",
        "1013, 1019, false, 1012, 1020, 2",
        "980, 1031, false, 980, 1040, 20"
    })
    void axesHaveRoundNumbersAroundTheValues(
            double min, double max, boolean fromZero, double low, double high, double step) {
        var scale = Scale.around(min, max, fromZero);

        assertThat(scale.low()).isCloseTo(low, within(1e-9));
        assertThat(scale.high()).isCloseTo(high, within(1e-9));
        assertThat(scale.step()).isCloseTo(step, within(1e-9));
        assertThat(scale.marks()).hasSizeBetween(3, 8);
    }

    @Test
    void aConstantValueGetsAnAxisAroundIt() {
        var scale = Scale.around(21.4, 21.4, false);

        assertThat(scale.low()).isLessThan(21.4);
        assertThat(scale.high()).isGreaterThan(21.4);
        assertThat(Scale.around(0, 0, true).low()).isZero();
    }

    @Test
    void decimalsOfAnAxisTellItsMarksApart() {
        assertThat(new Scale(0, 1, 0.2).decimals()).isEqualTo(1);
        assertThat(new Scale(0, 0.1, 0.05).decimals()).isEqualTo(2);
        assertThat(new Scale(0, 50, 10).decimals()).isZero();
    }

    @Test
    void noValueGivesAnEmptyFrame() {
        var chart = line(List.of());

        assertThat(chart.lines()).isEmpty();
        assertThat(chart.dots()).isEmpty();
        assertThat(chart.last()).isNull();
        assertThat(chart.rows()).isNotEmpty();
        assertThat(chart.columns()).isNotEmpty();
    }

    @Test
    void aSingleValueIsADotWithItsLabel() {
        var chart = line(List.of(sample(60, 21.4)));

        assertThat(chart.lines()).isEmpty();
        assertThat(chart.dots()).hasSize(1);
        assertThat(chart.last().text()).isEqualTo("21.4 °C");
    }

    @Test
    void aGapIsLeftOpen() {
        var samples = new ArrayList<Sample>();
        IntStream.range(0, 20).forEach(i -> samples.add(sample(1_200 - i * 10, 20)));
        IntStream.range(0, 20).forEach(i -> samples.add(sample(400 - i * 10, 22)));

        assertThat(line(samples).lines()).hasSize(2);
    }

    @Test
    void oneLostMessageIsNoGap() {
        var samples = new ArrayList<>(
                IntStream.range(0, 30).mapToObj(i -> sample(300 - i * 10, 20)).toList());
        samples.remove(12);

        assertThat(line(samples).lines()).hasSize(1);
    }

    @Test
    void aLoneValueBetweenGapsIsADot() {
        var samples = new ArrayList<Sample>();
        IntStream.range(0, 10).forEach(i -> samples.add(sample(1_300 - i * 10, 20)));
        samples.add(sample(700, 30));
        IntStream.range(0, 10).forEach(i -> samples.add(sample(100 - i * 10, 20)));

        assertThat(line(samples).dots()).hasSize(1);
    }

    @Test
    void theNewestValueIsAtTheRightAndTheOldestAtTheLeft() {
        var chart = line(List.of(sample(24 * 60, 10), sample(12 * 60, 15), sample(0, 20)));

        assertThat(Double.parseDouble(chart.last().x())).isCloseTo(chart.right(), within(0.1));
        assertThat(chart.lines().get(0)).startsWith("M" + chart.left() + ".0 ");
    }

    @Test
    void marksOfTheDayAreWholeHoursOfTheCitysClock() {
        assertThat(line(List.of()).columns())
                .extracting(Chart.Mark::text)
                .containsExactly("12:00", "18:00", "0:00", "6:00", "12:00");
    }

    @Test
    void marksStayAtMidnightWhenTheClocksChange() {
        var afterChange = Instant.parse("2026-10-27T11:00:00Z");
        var marks = Period.WEEK.marks(afterChange, ZONE);

        assertThat(marks).hasSize(7).allMatch(mark -> mark.getHour() == 0);
    }

    @Test
    void aMonthHasAFewMarksOnly() {
        assertThat(Period.MONTH.marks(NOON, ZONE)).hasSizeBetween(5, 7);
        assertThat(new Plot(Plot.Size.NARROW, Period.WEEK, NOON, ZONE)
                        .bands(List.of())
                        .columns())
                .hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void bandsLastUntilTheNextSample() {
        var chart = DAY.bands(List.of(sample(720, 1), sample(500, 1), sample(360, 0), sample(180, 1)));

        assertThat(chart.bands()).hasSize(2);
        double hour = (chart.right() - chart.left()) / 24.0;
        assertThat(Double.parseDouble(chart.bands().get(0).width())).isCloseTo(6 * hour, within(0.2));
        assertThat(Double.parseDouble(chart.bands().get(1).width())).isCloseTo(3 * hour, within(0.2));
    }

    @Test
    void anUnknownPeriodMeansADay() {
        assertThat(Period.ofWord("ewig")).isEqualTo(Period.DAY);
        assertThat(Period.ofWord("30t")).isEqualTo(Period.MONTH);
    }
}
