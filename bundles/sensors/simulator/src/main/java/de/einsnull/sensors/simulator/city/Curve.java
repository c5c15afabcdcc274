package de.einsnull.sensors.simulator.city;

import java.time.LocalTime;

/**
 * A day as a line between points. The day is a circle: the line goes on over midnight.
 *
 * @param points hour and value by turns, hours ascending from 0 (inclusive) to 24 (exclusive)
 */
public record Curve(double... points) {

    /**
     * The value at a time of day.
     *
     * @param time local time
     * @return the value between the two neighbouring points
     */
    public double at(LocalTime time) {
        double hour = time.toSecondOfDay() / 3_600.0;
        int last = points.length - 2;
        for (int i = 0; i <= last; i += 2) {
            if (hour < points[i]) {
                return i == 0
                        ? between(points[last] - 24, points[last + 1], points[0], points[1], hour)
                        : between(points[i - 2], points[i - 1], points[i], points[i + 1], hour);
            }
        }
        return between(points[last], points[last + 1], points[0] + 24, points[1], hour);
    }

    private static double between(double hour0, double value0, double hour1, double value1, double hour) {
        return value0 + (value1 - value0) * (hour - hour0) / (hour1 - hour0);
    }
}
