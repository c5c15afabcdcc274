package de.einsnull.sensors.trees;

import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How dry it is at a tree, since when, and where it is going.
 *
 * @param moisture newest value, percent of the soil's volume
 * @param at when it was measured (UTC)
 * @param drySince since when every value was below the limit (UTC), empty if the newest is not
 * @param perDay how the moisture changes, percentage points a day: least squares through the values since the last watering,
 *     of three days at most; empty with fewer than six values or less than six hours
 * @param daysUntilDry when a straight line through them reaches the limit, days from the newest value; empty if it does not
 */
record Dryness(
        double moisture, Instant at, Optional<Instant> drySince, OptionalDouble perDay, OptionalDouble daysUntilDry) {

    /** A rise of so many percentage points between two values is rain or watering, and begins a new spell. */
    private static final double WATERED = 3;

    private static final Duration RECENT = Duration.ofDays(3);
    private static final Duration SHORTEST = Duration.ofHours(6);
    private static final int FEWEST = 6;
    private static final double SECONDS_OF_A_DAY = 86_400;
    private static final double STANDS_STILL = 0.05;

    private record Point(Instant at, double value) {}

    /**
     * Looks at a series.
     *
     * @param history oldest first
     * @param limit below it is dry, percent
     * @return empty without a number
     */
    static Optional<Dryness> of(List<Observation> history, double limit) {
        var points = history.stream()
                .filter(one -> one.value() instanceof Value.Quantity)
                .map(one -> new Point(one.phenomenonTime(), ((Value.Quantity) one.value()).number()))
                .toList();
        if (points.isEmpty()) {
            return Optional.empty();
        }
        var last = points.get(points.size() - 1);
        var slope = slope(spell(points));
        var days = slope.isPresent() && slope.getAsDouble() < -STANDS_STILL && last.value() >= limit
                ? OptionalDouble.of((last.value() - limit) / -slope.getAsDouble())
                : OptionalDouble.empty();
        return Optional.of(new Dryness(last.value(), last.at(), drySince(points, limit), slope, days));
    }

    private static Optional<Instant> drySince(List<Point> points, double limit) {
        Instant since = null;
        for (int i = points.size() - 1; i >= 0 && points.get(i).value() < limit; i--) {
            since = points.get(i).at();
        }
        return Optional.ofNullable(since);
    }

    /** The newest values that belong together. */
    private static List<Point> spell(List<Point> points) {
        var spell = new ArrayList<Point>();
        var newest = points.get(points.size() - 1).at();
        for (int i = points.size() - 1; i >= 0; i--) {
            var point = points.get(i);
            boolean watered = !spell.isEmpty() && spell.get(spell.size() - 1).value() - point.value() > WATERED;
            if (watered || point.at().isBefore(newest.minus(RECENT))) {
                break;
            }
            spell.add(point);
        }
        return spell;
    }

    private static OptionalDouble slope(List<Point> spell) {
        if (spell.size() < FEWEST) {
            return OptionalDouble.empty();
        }
        var begin = spell.get(spell.size() - 1).at();
        if (Duration.between(begin, spell.get(0).at()).compareTo(SHORTEST) < 0) {
            return OptionalDouble.empty();
        }
        double meanDay =
                spell.stream().mapToDouble(p -> day(begin, p)).average().orElseThrow();
        double meanValue = spell.stream().mapToDouble(Point::value).average().orElseThrow();
        double both = 0;
        double days = 0;
        for (var point : spell) {
            double distance = day(begin, point) - meanDay;
            both += distance * (point.value() - meanValue);
            days += distance * distance;
        }
        return OptionalDouble.of(both / days);
    }

    private static double day(Instant begin, Point point) {
        return Duration.between(begin, point.at()).toSeconds() / SECONDS_OF_A_DAY;
    }
}
