package de.einsnull.sensors.rules.page;

import de.einsnull.portal.api.Language;
import de.einsnull.sensors.rules.model.ReadingText;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Prints readings as people of a language write them. */
public final class Readings {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d.M.yyyy, HH:mm", Locale.ROOT);
    private static final Map<String, String> UNITS = Map.of(
            "1", "", "Cel", "°C", "W/m2", "W/m²", "uS/cm", "µS/cm", "deg", "°", "[ppm]", "ppm", "ug/m3", "µg/m³");

    private final Words words;
    private final Language language;

    /** Prints in a language. */
    public Readings(Words words, Language language) {
        this.words = words;
        this.language = language;
    }

    /** A reading with the name of its channel; empty if there was no value. */
    public String line(ReadingText reading) {
        return reading.value().isEmpty() ? "" : words.channel(language, reading.channel()) + ": " + value(reading);
    }

    /** A value with its unit. */
    public String value(ReadingText reading) {
        String unit = unit(reading.unit());
        if (!reading.unit().isEmpty()) {
            String number = number(Double.parseDouble(reading.value()));
            return unit.isEmpty() ? number : isolated(number + "\u00a0" + unit);
        }
        return switch (reading.value()) {
            case "true" -> words.text(language, "value.yes");
            case "false" -> words.text(language, "value.no");
            default -> reading.value();
        };
    }

    /** Number and unit keep their order within text that runs from right to left. */
    private String isolated(String text) {
        return language.isRightToLeft() ? "\u2066" + text + "\u2069" : text;
    }

    /** A number with at most two decimals. */
    public String number(double number) {
        var format = NumberFormat.getInstance(
                switch (language) {
                    case DE, DE_SIMPLE -> Locale.GERMAN;
                    case AR -> Locale.forLanguageTag("ar-u-nu-latn");
                    default -> language.locale();
                });
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }

    /** A unit as people write it. */
    public static String unit(String ucum) {
        return UNITS.getOrDefault(ucum, ucum);
    }

    /** Date and time in the city. */
    public String time(Instant at) {
        return TIME.format(at.atZone(ZONE));
    }
}
