package de.einsnull.sensors.parking;

import java.util.ArrayList;
import java.util.List;

/**
 * The next day as bars of an SVG with a view box of 720 by 200.
 *
 * @param x left edge
 * @param y upper edge
 * @param height height
 * @param next what it shows
 */
public record Bars(int x, int y, int height, Report.Next next) {

    private static final int STEP = 30;
    private static final int BOTTOM = 170;
    private static final int TALLEST = 150;

    static List<Bars> of(Report.Result result) {
        var bars = new ArrayList<Bars>();
        for (int i = 0; i < result.next().size(); i++) {
            var next = result.next().get(i);
            int height = Math.max(0, next.percent()) * TALLEST / 100;
            bars.add(new Bars(i * STEP + 3, BOTTOM - height, height, next));
        }
        return bars;
    }

    /** Hour of the day, for the axis. */
    public int hour() {
        return next.at().atZone(Hours.ZONE).getHour();
    }
}
