package de.einsnull.sensors.simulator.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.einsnull.sensors.simulator.city.CityDay.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A demo that shows free bays on market day at noon convinces nobody. */
class CityTest {

    private static final Instant TUESDAY_11 = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant WEDNESDAY_11 = Instant.parse("2026-11-25T10:00:00Z");
    private static final Instant SUNDAY_15 = Instant.parse("2026-11-22T14:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-25T02:00:00Z");

    private static IntStream week() {
        return IntStream.range(0, 7 * 24 * 4);
    }

    private static Instant quarter(int number) {
        return TUESDAY_11.plus(Duration.ofMinutes(15L * number));
    }

    @Test
    void theCentreIsFullOnMarketDay() {
        assertThat(CityDay.isMarket(TUESDAY_11)).isTrue();
        assertThat(CityDay.isMarket(WEDNESDAY_11)).isFalse();
        assertThat(CityDay.parking(Place.CENTRE, TUESDAY_11)).isGreaterThan(0.95);
        assertThat(CityDay.parking(Place.CENTRE, NIGHT)).isLessThan(0.2);
    }

    @Test
    void commutersFillTheStationOnWorkdaysAndFamiliesTheParkOnSundays() {
        assertThat(CityDay.parking(Place.STATION, WEDNESDAY_11)).isGreaterThan(0.9);
        assertThat(CityDay.parking(Place.STATION, SUNDAY_15)).isLessThan(0.5);
        assertThat(CityDay.parking(Place.PARK, SUNDAY_15)).isGreaterThan(0.8);
        assertThat(CityDay.parking(Place.PARK, WEDNESDAY_11)).isLessThan(0.5);
    }

    @Test
    void carsChargeAtNight() {
        assertThat(CityDay.charging(NIGHT)).isGreaterThan(CityDay.charging(WEDNESDAY_11) + 0.2);
    }

    @Test
    void sharesStayWithinBoundsAllWeek() {
        assertThat(week()).allSatisfy(i -> {
            for (var place : Place.values()) {
                assertThat(CityDay.parking(place, quarter(i))).isBetween(0.0, 1.0);
            }
            assertThat(CityDay.charging(quarter(i))).isBetween(0.0, 1.0);
            assertThat(CityDay.traffic(quarter(i))).isBetween(0.0, 1.0);
            assertThat(CityDay.walkers(quarter(i))).isBetween(0.0, 1.7);
        });
    }

    @Test
    void theWeatherIsBelievableAndDoesNotJump() {
        assertThat(week()).allSatisfy(i -> {
            assertThat(Climate.temperature(0, quarter(i))).isBetween(0.0, 20.0);
            assertThat(Climate.temperature(0, quarter(i + 1)) - Climate.temperature(0, quarter(i)))
                    .isCloseTo(0, within(1.0));
            assertThat(Climate.humidity(1, quarter(i))).isBetween(25.0, 98.0);
            assertThat(Climate.wind(1, quarter(i))).isBetween(0.2, 8.0);
            assertThat(Climate.pressure(1, quarter(i))).isBetween(1_005.0, 1_030.0);
        });
    }

    @Test
    void julyIsSummer() {
        assertThat(Climate.temperature(0, Instant.parse("2026-07-15T13:00:00Z")))
                .isBetween(20.0, 35.0);
    }

    @Test
    void someTreesAreThirstyAndMostAreNot() {
        long dry = IntStream.range(0, 20)
                .filter(tree -> Climate.soilMoisture(tree, TUESDAY_11) < 15)
                .count();

        assertThat(dry).isBetween(2L, 11L);
        assertThat(IntStream.range(0, 20)).allSatisfy(tree -> assertThat(Climate.soilMoisture(tree, TUESDAY_11))
                .isBetween(6.0, 40.0));
    }

    @Test
    void aCurveGoesOnOverMidnight() {
        var curve = new Curve(2, 1, 22, 5);

        assertThat(curve.at(LocalTime.of(2, 0))).isCloseTo(1, within(1e-9));
        assertThat(curve.at(LocalTime.of(12, 0))).isCloseTo(3, within(1e-9));
        assertThat(curve.at(LocalTime.MIDNIGHT)).isCloseTo(3, within(1e-9));
    }

    @Test
    void chanceAnswersTheSameQuestionTheSameWay() {
        assertThat(Chance.unit(7, 12)).isEqualTo(Chance.unit(7, 12)).isNotEqualTo(Chance.unit(7, 13));
        assertThat(IntStream.range(0, 10_000)
                        .mapToDouble(i -> Chance.unit(1, i))
                        .average()
                        .orElseThrow())
                .isCloseTo(0.5, within(0.02));
    }

    @Test
    void aFasterClockComesBackToTheSameTime() {
        var clock = new CityClock(TUESDAY_11, 60);
        var later = TUESDAY_11.plusSeconds(30);

        assertThat(clock.city(later)).isEqualTo(TUESDAY_11.plus(Duration.ofMinutes(30)));
        assertThat(clock.real(clock.city(later))).isEqualTo(later);
        assertThat(clock.city(TUESDAY_11.minusSeconds(5))).isEqualTo(TUESDAY_11.minusSeconds(5));
    }
}
