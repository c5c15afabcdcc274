package de.einsnull.sensors.rules.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A value that a condition saw, as it is kept with an alert.
 *
 * @param channel channel
 * @param value number with a decimal point, {@code true}, {@code false} or a word; empty if there never was one
 * @param unit UCUM code, empty for other values than numbers
 */
public record ReadingText(String channel, String value, String unit) {

    private static final int LONGEST = 200;
    private static final String BETWEEN = "\t";

    /** Keeps values short and on one line. */
    public ReadingText {
        value = value.replaceAll("[\\t\\n\\r]", " ");
        value = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    /** Several as one text. */
    public static String join(List<ReadingText> readings) {
        return readings.stream()
                .map(one -> String.join(BETWEEN, one.channel, one.value, one.unit))
                .collect(Collectors.joining("\n"));
    }

    /** The opposite of {@link #join}. */
    public static List<ReadingText> split(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split("\n"))
                        .map(line -> line.split(BETWEEN, -1))
                        .map(part -> new ReadingText(part[0], part[1], part[2]))
                        .toList();
    }
}
