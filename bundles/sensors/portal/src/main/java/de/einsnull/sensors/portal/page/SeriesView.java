package de.einsnull.sensors.portal.page;

import de.einsnull.sensors.portal.chart.Chart;
import java.time.Instant;
import java.util.List;

/**
 * The history of a series, as templates see it.
 *
 * @param wide chart for wide columns
 * @param narrow chart for phones
 * @param empty whether nothing was observed in the period
 * @param bands whether the charts show stretches of use instead of a line
 * @param lowest lowest value with unit, empty for bands
 * @param highest highest value with unit, empty for bands
 * @param mean mean of the points with unit, empty for bands
 * @param inUse percent of the period in use; 0 for lines
 * @param rows the same as a table, newest first
 */
public record SeriesView(
        Chart wide,
        Chart narrow,
        boolean empty,
        boolean bands,
        String lowest,
        String highest,
        String mean,
        long inUse,
        List<Row> rows) {

    /**
     * A row of the table.
     *
     * @param at when
     * @param value value with unit
     */
    public record Row(Instant at, String value) {}
}
