package de.einsnull.sensors.admin.care;

import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A battery and how long it will last.
 *
 * @param value newest value, volts or per cent
 * @param unit {@code V} or {@code %}
 * @param at when it was measured (UTC)
 * @param daysLeft days until a straight line through the last month's values (least squares) reaches the limit; empty if it
 *     does not fall, or with less than three days or five values
 * @param low whether it is below the limit
 */
record Battery(double value, String unit, Instant at, OptionalDouble daysLeft, boolean low) {

    /** Below it lithium cells of 3.6 V, as most LoRaWAN devices have, are nearly empty. */
    private static final double VOLTS = 3.0;

    private static final double PERCENT = 15;
    private static final int FEWEST = 5;
    private static final double DAY = Duration.ofDays(1).toSeconds();
    private static final double SHORTEST_DAYS = 3;

    /** Reads a series of one unit, oldest first; null without a number. */
    static Battery of(List<Observation> history, String unit) {
        var numbers = history.stream()
                .filter(one -> one.value() instanceof Value.Quantity)
                .toList();
        if (numbers.isEmpty()) {
            return null;
        }
        var last = numbers.get(numbers.size() - 1);
        double limit = unit.equals("%") ? PERCENT : VOLTS;
        double value = number(last);
        double slope = slope(numbers);
        var days = slope < 0 && value > limit ? OptionalDouble.of((value - limit) / -slope) : OptionalDouble.empty();
        return new Battery(value, unit, last.phenomenonTime(), days, value < limit);
    }

    private static double slope(List<Observation> numbers) {
        var begin = numbers.get(0).phenomenonTime();
        double span = days(begin, numbers.get(numbers.size() - 1));
        if (numbers.size() < FEWEST || span < SHORTEST_DAYS) {
            return 0;
        }
        double meanDay =
                numbers.stream().mapToDouble(one -> days(begin, one)).average().orElseThrow();
        double meanValue =
                numbers.stream().mapToDouble(Battery::number).average().orElseThrow();
        double both = 0;
        double squares = 0;
        for (var one : numbers) {
            double distance = days(begin, one) - meanDay;
            both += distance * (number(one) - meanValue);
            squares += distance * distance;
        }
        return both / squares;
    }

    private static double number(Observation one) {
        return ((Value.Quantity) one.value()).number();
    }

    private static double days(Instant begin, Observation one) {
        return Duration.between(begin, one.phenomenonTime()).toSeconds() / DAY;
    }
}
