package de.einsnull.sensors.driver.kit.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Times as feeds write them: ISO 8601 with or without offset, day.month.year, or seconds or milliseconds since 1970. */
public final class Times {

    private static final double MILLIS_FROM = 1e11;
    private static final int LONGEST = 64;
    private static final List<DateTimeFormatter> LOCAL = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE_TIME,
            format("uuuu-MM-dd HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS]"),
            format("uuuu-MM-dd-HH.mm.ss[.SSSSSS]"),
            format("d.M.uuuu H:mm[:ss]"),
            format("d.M.uuuu, H:mm[:ss]"));
    private static final List<DateTimeFormatter> WITH_OFFSET = List.of(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            format("uuuu-MM-dd'T'HH:mm:ss[.SSSSSS][.SSS]XX"),
            format("uuuu-MM-dd HH:mm:ss[.SSSSSS][.SSS]XXX"));

    private Times() {}

    /** Strict: there is no 30 February. */
    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * Reads a time.
     *
     * @param found a number or a text
     * @param zone counts where the text names no offset; in the hour that comes twice in autumn the first is meant
     * @return the time, empty if it is none
     */
    public static Optional<Instant> read(JsonNode found, ZoneId zone) {
        String text = found.asText().strip();
        try {
            if (found.isNumber() || text.matches("\\d{9,13}(\\.\\d{1,9})?")) {
                double number = found.isNumber() ? found.doubleValue() : Double.parseDouble(text);
                return Optional.of(
                        Instant.ofEpochMilli((long) (Math.abs(number) >= MILLIS_FROM ? number : number * 1000)));
            }
            return text.length() > LONGEST ? Optional.empty() : text(text, zone);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> text(String text, ZoneId zone) {
        for (DateTimeFormatter format : WITH_OFFSET) {
            try {
                return Optional.of(OffsetDateTime.parse(text, format).toInstant());
            } catch (DateTimeParseException e) {
                // Perhaps the next format.
                continue;
            }
        }
        for (DateTimeFormatter format : LOCAL) {
            try {
                return Optional.of(
                        LocalDateTime.parse(text, format).atZone(zone).toInstant());
            } catch (DateTimeParseException e) {
                continue;
            }
        }
        return Optional.empty();
    }
}
