package de.einsnull.sensors.portal.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How far back a chart looks. */
public enum Period {
    /** One day, a mark every six hours. */
    DAY("24h", Duration.ofDays(1), 6),
    /** One week, a mark every day. */
    WEEK("7t", Duration.ofDays(7), 24),
    /** Thirty days, a mark every five days. */
    MONTH("30t", Duration.ofDays(30), 120);

    private final String word;
    private final Duration length;
    private final int hoursBetweenMarks;

    Period(String word, Duration length, int hoursBetweenMarks) {
        this.word = word;
        this.length = length;
        this.hoursBetweenMarks = hoursBetweenMarks;
    }

    /**
     * Word for addresses.
     *
     * @return the word
     */
    public String word() {
        return word;
    }

    /**
     * Length of the period.
     *
     * @return the length
     */
    public Duration length() {
        return length;
    }

    /**
     * Finds a period by its word.
     *
     * @param word word of an address; an unknown one means a day
     * @return the period
     */
    public static Period ofWord(String word) {
        return Arrays.stream(values())
                .filter(period -> period.word.equals(word))
                .findFirst()
                .orElse(DAY);
    }

    /**
     * Points in time for the marks of an axis: whole hours of the city's clock, so that on the day of the change to
     * summer time a mark stays at noon.
     *
     * @param to end of the period
     * @param zone the city's time zone
     * @return marks within the period, oldest first
     */
    List<ZonedDateTime> marks(Instant to, ZoneId zone) {
        var end = to.atZone(zone);
        var start = to.minus(length).atZone(zone);
        var marks = new ArrayList<ZonedDateTime>();
        var midnight = start.truncatedTo(ChronoUnit.DAYS);
        for (int i = 0; ; i++) {
            var mark = midnight.toLocalDateTime()
                    .plusHours((long) i * hoursBetweenMarks)
                    .atZone(zone);
            if (mark.isAfter(end)) {
                return marks;
            }
            if (!mark.isBefore(start)) {
                marks.add(mark);
            }
        }
    }
}
