package de.einsnull.portal.shell.text;

import de.einsnull.portal.api.Language;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Numbers, dates and times as people of each language write them. Arabic pages use the digits that stand on signs and
 * clocks in Germany.
 */
public final class Formats {

    private static final int MOST_DIGITS = 6;

    private final ZoneId zone;
    private final Map<Language, Patterns> patterns = new EnumMap<>(Language.class);

    private record Patterns(DateTimeFormatter day, DateTimeFormatter date, DateTimeFormatter time) {}

    public Formats(ZoneId zone) {
        this.zone = zone;
        for (var language : Language.values()) {
            patterns.put(language, patterns(language));
        }
    }

    private static Patterns patterns(Language language) {
        return switch (language) {
            case DE, DE_SIMPLE -> patterns(language, "EEEE, d. MMMM", "d. MMMM yyyy", "H:mm 'Uhr'");
            case EN -> patterns(language, "EEEE, d MMMM", "d MMMM yyyy", "H:mm");
            case UK -> patterns(language, "EEEE, d MMMM", "d MMMM yyyy 'р.'", "HH:mm");
            case TR -> patterns(language, "d MMMM EEEE", "d MMMM yyyy", "HH:mm");
            case AR -> patterns(language, "EEEE، d MMMM", "d MMMM yyyy", "H:mm");
        };
    }

    private static Patterns patterns(Language language, String day, String date, String time) {
        var locale = language.locale();
        return new Patterns(
                DateTimeFormatter.ofPattern(day, locale),
                DateTimeFormatter.ofPattern(date, locale),
                DateTimeFormatter.ofPattern(time, locale));
    }

    /** Whole numbers without, others with up to six decimals as they are. */
    public String number(Language language, Number number) {
        return number(language, number, 0, MOST_DIGITS);
    }

    /** Always with so many decimals, so that numbers under each other line up. */
    public String number(Language language, Number number, int decimals) {
        return number(language, number, decimals, decimals);
    }

    private static String number(Language language, Number number, int least, int most) {
        if (number instanceof Double d && !Double.isFinite(d)) {
            return "–";
        }
        var format = NumberFormat.getInstance(numberLocale(language));
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        return format.format(number);
    }

    private static Locale numberLocale(Language language) {
        return switch (language) {
            case AR -> Locale.forLanguageTag("ar-u-nu-latn");
            case DE_SIMPLE -> Locale.GERMAN;
            default -> language.locale();
        };
    }

    /** For example {@code Montag, 23. November}. */
    public String day(Language language, TemporalAccessor at) {
        return patterns.get(language).day().format(local(at));
    }

    /** For example {@code 23. November 2026}. */
    public String date(Language language, TemporalAccessor at) {
        return patterns.get(language).date().format(local(at));
    }

    /** For example {@code 18:00 Uhr}. */
    public String time(Language language, TemporalAccessor at) {
        return patterns.get(language).time().format(local(at));
    }

    /** The date in the city's time zone. */
    public LocalDate localDate(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** Instants become the city's time; anything else already says what it means. */
    private TemporalAccessor local(TemporalAccessor at) {
        return at instanceof Instant instant ? ZonedDateTime.ofInstant(instant, zone) : at;
    }
}
