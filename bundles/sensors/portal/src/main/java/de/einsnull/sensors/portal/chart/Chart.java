package de.einsnull.sensors.portal.chart;

import java.util.List;

/**
 * A chart, ready to be drawn as SVG. All lengths are in the units of its view box.
 *
 * @param width width of the view box
 * @param height height of the view box
 * @param left left edge of the plot
 * @param right right edge of the plot
 * @param top upper edge of the plot
 * @param bottom lower edge of the plot
 * @param rows horizontal lines with the number at their left end
 * @param columns vertical marks with the time below
 * @param lines path data of the lines, one for each run without a gap
 * @param areas path data of the areas below the lines
 * @param dots samples that stand alone
 * @param bands stretches of time in which something was in use
 * @param last the newest value, written beside its point; null if there is none or the chart has bands
 */
public record Chart(
        int width,
        int height,
        int left,
        int right,
        int top,
        int bottom,
        List<Mark> rows,
        List<Mark> columns,
        List<String> lines,
        List<String> areas,
        List<Dot> dots,
        List<Band> bands,
        Dot last) {

    /**
     * A mark of an axis.
     *
     * @param at position along the axis
     * @param text what is written there
     */
    public record Mark(String at, String text) {}

    /**
     * A point.
     *
     * @param x position
     * @param y position
     * @param text what is written beside it, may be empty
     */
    public record Dot(String x, String y, String text) {}

    /**
     * A stretch of time.
     *
     * @param x where it begins
     * @param width how long it is
     */
    public record Band(String x, String width) {}
}
