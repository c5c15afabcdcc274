package de.einsnull.sensors.portal.text;

import de.einsnull.portal.api.Language;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.ChargingStatus;
import de.einsnull.sensors.api.Value;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prints values as people of each language write them. Thread-safe. */
@Component(service = Values.class)
public final class Values {

    /** How UCUM codes are written for people; what is not here is shown as it is. */
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("1", ""),
            Map.entry("Cel", "°C"),
            Map.entry("W/m2", "W/m²"),
            Map.entry("uS/cm", "µS/cm"),
            Map.entry("deg", "°"),
            Map.entry("[ppm]", "ppm"),
            Map.entry("ug/m3", "µg/m³"));

    private static final Map<String, Integer> DECIMALS =
            Map.of("Cel", 1, "m/s", 1, "mm", 1, "kW", 1, "V", 2, "km/h", 0, "%", 0, "hPa", 0, "1", 0);

    private final Words words;

    /**
     * Prints with texts.
     *
     * @param words texts
     */
    @Activate
    public Values(@Reference Words words) {
        this.words = words;
    }

    /**
     * The unit for people.
     *
     * @param channel channel
     * @return for example {@code °C}; empty for counts and for what has no unit
     */
    public String unit(Channel channel) {
        return UNITS.getOrDefault(channel.unit(), channel.unit());
    }

    /**
     * A value without its unit.
     *
     * @param language language
     * @param channel channel
     * @param value value
     * @return for example {@code 21,4} or {@code Belegt}
     */
    public String plain(Language language, Channel channel, Value value) {
        if (value instanceof Value.Quantity quantity) {
            return number(language, quantity.number(), DECIMALS.getOrDefault(channel.unit(), 1));
        }
        if (value instanceof Value.Flag flag) {
            return flag(language, channel, flag.on());
        }
        return word(language, channel, ((Value.Text) value).text());
    }

    /**
     * A value with its unit.
     *
     * @param language language
     * @param channel channel
     * @param value value
     * @return for example {@code 21,4 °C}
     */
    public String full(Language language, Channel channel, Value value) {
        String unit = value instanceof Value.Quantity ? unit(channel) : "";
        String plain = plain(language, channel, value);
        return unit.isEmpty() ? plain : together(language, plain + (unit.equals("°") ? "" : "\u00a0") + unit);
    }

    /** Number and unit keep their order within text that runs from right to left. */
    private static String together(Language language, String text) {
        return language.isRightToLeft() ? "\u2066" + text + "\u2069" : text;
    }

    /**
     * A number in the language's format, without a sign before zero; Arabic pages use the digits of German signs and clocks.
     *
     * @param language language
     * @param number number
     * @param decimals digits after the decimal sign
     * @return the number
     */
    public String number(Language language, double number, int decimals) {
        var format = NumberFormat.getInstance(locale(language));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String text = format.format(number);
        return format.format(0).equals(text.replaceFirst("^\\P{Nd}+", "")) ? format.format(0) : text;
    }

    private static Locale locale(Language language) {
        return switch (language) {
            case DE, DE_SIMPLE -> Locale.GERMAN;
            case AR -> Locale.forLanguageTag("ar-u-nu-latn");
            default -> language.locale();
        };
    }

    private String flag(Language language, Channel channel, boolean on) {
        if (channel.id().equals(Channels.OCCUPIED)) {
            return words.text(language, on ? "state.occupied" : "state.free");
        }
        return words.text(language, on ? "value.yes" : "value.no");
    }

    private String word(Language language, Channel channel, String word) {
        String key = "charging." + word;
        return channel.id().equals(Channels.CHARGING_STATUS) && words.has(key) ? words.text(language, key) : word;
    }

    /**
     * Whether a value says that something is in use, for charts of values that are no numbers.
     *
     * @param value value
     * @return true for "on" and for every charging status but {@value ChargingStatus#AVAILABLE}
     */
    public static boolean inUse(Value value) {
        return value instanceof Value.Flag flag
                ? flag.on()
                : value instanceof Value.Text text && !text.text().equals(ChargingStatus.AVAILABLE);
    }
}
