package de.einsnull.sensors.sensorthings.parse;

import de.einsnull.sensors.sensorthings.model.TimeValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as text in ISO 8601. */
public final class Temporals {

    /** Date and time of day; the zone may be missing and is UTC then. */
    static final String DATE_TIME =
            "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?";

    private static final Pattern OFFSET_WITHOUT_COLON = Pattern.compile("(.*T.*[+-]\\d{2})(\\d{2})");
    private static final Pattern WHOLE = Pattern.compile(DATE_TIME);
    private static final int MOST = 80;

    private Temporals() {}

    /**
     * Reads an instant or an interval ({@code start/end}, {@code start/duration}, {@code duration/end}).
     *
     * @param text ISO 8601; a time without a zone is UTC
     * @return empty if it is none, or outside the years 1 to 9999
     */
    public static Optional<TimeValue> parse(String text) {
        if (text.length() > MOST) {
            return Optional.empty();
        }
        try {
            int slash = text.indexOf('/');
            return Optional.of(
                    slash < 0
                            ? TimeValue.at(instant(text))
                            : interval(text.substring(0, slash), text.substring(slash + 1)));
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static TimeValue interval(String from, String to) {
        if (from.startsWith("P")) {
            var end = instant(to);
            return TimeValue.between(inRange(end.minus(Duration.parse(from))), end);
        }
        var start = instant(from);
        return TimeValue.between(start, to.startsWith("P") ? inRange(start.plus(Duration.parse(to))) : instant(to));
    }

    private static Instant instant(String text) {
        return UtcText.isUsual(text) ? inRange(UtcText.read(text)) : unusual(text);
    }

    private static Instant unusual(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new DateTimeException("no time");
        }
        var colons = OFFSET_WITHOUT_COLON.matcher(text).replaceAll("$1:$2");
        boolean zoned = colons.endsWith("Z") || colons.lastIndexOf('-') > colons.indexOf('T') || colons.contains("+");
        return inRange(
                zoned
                        ? OffsetDateTime.parse(colons).toInstant()
                        : LocalDateTime.parse(colons).toInstant(ZoneOffset.UTC));
    }

    private static Instant inRange(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > 9_999) {
            throw new DateTimeException("year " + Year.of(year));
        }
        return instant;
    }

    /**
     * The beginning of a day.
     *
     * @param day a day in UTC
     * @return its first instant
     */
    static TimeValue startOf(LocalDate day) {
        return TimeValue.at(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
