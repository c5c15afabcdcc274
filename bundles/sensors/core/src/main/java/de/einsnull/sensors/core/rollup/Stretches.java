package de.einsnull.sensors.core.rollup;

import de.einsnull.sensors.api.Rollup.Span;
import java.time.Instant;
import java.time.ZoneId;

/** Where stretches of time begin. Quarters and hours begin alike everywhere; days are those of the city's clock. */
public final class Stretches {

    /** As everywhere in the platform where times are shown. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private Stretches() {}

    /** Begin of the stretch that a time is in. */
    public static Instant begin(Span span, Instant time) {
        if (span == Span.DAY) {
            return time.atZone(ZONE).toLocalDate().atStartOfDay(ZONE).toInstant();
        }
        long seconds = span.length().toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }

    /** Begin of the stretch after the one that a time is in. */
    public static Instant next(Span span, Instant time) {
        return span == Span.DAY
                ? time.atZone(ZONE).toLocalDate().plusDays(1).atStartOfDay(ZONE).toInstant()
                : begin(span, time).plus(span.length());
    }

    /** Begin of the day of the city's clock that was so many days before the day of a time. */
    public static Instant daysBefore(Instant time, int days) {
        return time.atZone(ZONE)
                .toLocalDate()
                .minusDays(days)
                .atStartOfDay(ZONE)
                .toInstant();
    }

    /** The first begin that is not before a time. */
    public static Instant notBefore(Span span, Instant time) {
        var begin = begin(span, time);
        return begin.equals(time) ? time : next(span, time);
    }
}
