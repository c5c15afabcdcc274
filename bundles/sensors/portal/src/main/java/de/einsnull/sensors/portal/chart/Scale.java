package de.einsnull.sensors.portal.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A vertical axis with round numbers.
 *
 * @param low lowest value of the axis
 * @param high highest value of the axis, above {@code low}
 * @param step distance between two marks: 1, 2 or 5 times a power of ten
 */
record Scale(double low, double high, double step) {

    private static final int MOST_STEPS = 5;

    /**
     * Fits an axis around values.
     *
     * @param min smallest value
     * @param max largest value
     * @param fromZero whether the axis begins at zero, as counts and shares should
     */
    static Scale around(double min, double max, boolean fromZero) {
        double low = fromZero ? Math.min(0, min) : min;
        double high = fromZero ? Math.max(0, max) : max;
        if (high - low < 1e-9) {
            double room = Math.max(1, Math.abs(high) * 0.05);
            low = fromZero && low >= 0 ? 0 : low - room;
            high = high + room;
        }
        double step = roundStep((high - low) / MOST_STEPS);
        return new Scale(Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, step);
    }

    private static double roundStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double lead = least / power;
        double rounded = lead <= 1 + 1e-9 ? 1 : lead <= 2 + 1e-9 ? 2 : lead <= 5 + 1e-9 ? 5 : 10;
        return rounded * power;
    }

    List<Double> marks() {
        var marks = new ArrayList<Double>();
        long steps = Math.round((high - low) / step);
        for (long i = 0; i <= steps; i++) {
            marks.add(low + i * step);
        }
        return marks;
    }

    /** Digits after the decimal sign that tell two marks apart. */
    int decimals() {
        return (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    }

    /** Where a value lies between the ends of the axis, 0 to 1. */
    double share(double value) {
        return (value - low) / (high - low);
    }
}
