package de.einsnull.sensors.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A chart of a year shows means; where they are wrong, a dry tree looks wet. */
class ThinningTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void eachPartGivesItsMeanAtTheTimeOfItsLastObservation() {
        var points = thin(Duration.ofHours(4), 2, number(0, 1), number(1, 2), number(3, 10));
        assertThat(points).extracting(Observation::value).containsExactly(Value.of(1.5), Value.of(10));
        assertThat(points)
                .extracting(Observation::phenomenonTime)
                .containsExactly(START.plus(Duration.ofHours(1)), START.plus(Duration.ofHours(3)));
    }

    @Test
    void ofValuesThatAreNoNumbersTheLastCounts() {
        var points = thin(Duration.ofHours(2), 1, flag(0, true), flag(1, false));
        assertThat(points).extracting(Observation::value).containsExactly(Value.of(false));
    }

    @Test
    void aGapStaysAGap() {
        assertThat(thin(Duration.ofHours(10), 10, number(0, 1), number(9, 2))).hasSize(2);
        assertThat(thin(Duration.ofHours(10), 10)).isEmpty();
    }

    /** A range of no length must not be divided by. */
    @Test
    void oneMomentIsOnePoint() {
        var points = thin(Duration.ZERO, 100, number(0, 1), number(0, 3));
        assertThat(points).extracting(Observation::value).containsExactly(Value.of(2));
    }

    @Test
    void neverGivesMorePointsThanWantedAndLosesNoValue() {
        var random = new Random(11);
        for (int run = 0; run < 200; run++) {
            int most = 2 + random.nextInt(50);
            var seconds = random.ints(1 + random.nextInt(500), 0, 100_000).sorted();
            var observations =
                    seconds.mapToObj(s -> observation(s, Value.of(7))).toArray(Observation[]::new);
            var points = thin(Duration.ofSeconds(100_000), most, observations);
            assertThat(points).hasSizeBetween(1, most);
            assertThat(points).isSortedAccordingTo((a, b) -> a.phenomenonTime().compareTo(b.phenomenonTime()));
            assertThat(points).allSatisfy(point -> assertThat(((Value.Quantity) point.value()).number())
                    .isCloseTo(7, within(1e-9)));
            assertThat(points.get(points.size() - 1).phenomenonTime())
                    .isEqualTo(observations[observations.length - 1].phenomenonTime());
        }
    }

    private static List<Observation> thin(Duration length, int most, Observation... observations) {
        var thinning = new Thinning(START, length, most);
        IntStream.range(0, observations.length).forEach(i -> thinning.add(observations[i]));
        return thinning.points();
    }

    private static Observation number(int hour, double number) {
        return observation(hour * 3_600, Value.of(number));
    }

    private static Observation flag(int hour, boolean on) {
        return observation(hour * 3_600, Value.of(on));
    }

    private static Observation observation(int second, Value value) {
        var at = START.plusSeconds(second);
        return new Observation(1, at, at, 0, value);
    }
}
