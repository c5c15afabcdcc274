package de.einsnull.sensors.driver.kit.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a line of the settings, see {@link Mapping}. */
final class MappingLine {

    private static final String EXPECTED =
            "Expected 'channel = place, unit', for example 'free_spaces = /properties/free, 1, 0..': '";
    private static final Pattern SIDES = Pattern.compile("\\s*([^=\\s]+)\\s*=(.+)", Pattern.DOTALL);
    /** A comma that does not stand in brackets. */
    private static final String COMMA = ",(?![^\\[\\]]*])";

    private static final String NUMBER = "-?\\d{1,15}(?:\\.\\d{1,15})?";
    private static final Pattern RANGE = Pattern.compile("(" + NUMBER + ")?\\.\\.(" + NUMBER + ")?");
    private static final Pattern KIND = Pattern.compile("(.+?)(?:\\s+\\*\\s*(" + NUMBER + "))?");
    private static final Pattern FLAG = Pattern.compile("boolean(?:\\s+(.+))?");

    private MappingLine() {}

    static Mapping parse(String line) {
        Matcher sides = SIDES.matcher(line);
        List<String> parts = sides.matches()
                ? Arrays.stream(sides.group(2).split(COMMA, -1))
                        .map(String::strip)
                        .toList()
                : List.of();
        if (parts.size() < 2 || parts.size() > 4 || parts.contains("")) {
            throw new IllegalArgumentException(EXPECTED + line + "'");
        }
        String[] places = parts.get(0).split("\\s+@\\s+", 2);
        Matcher flag = FLAG.matcher(parts.get(1));
        Matcher kind = KIND.matcher(parts.get(1));
        boolean isFlag = flag.matches();
        if (!kind.matches()) {
            throw new IllegalArgumentException(EXPECTED + line + "'");
        }
        var range = parts.stream()
                .skip(2)
                .map(RANGE::matcher)
                .filter(Matcher::matches)
                .findFirst();
        var property = parts.stream()
                .skip(2)
                .filter(part -> !RANGE.matcher(part).matches())
                .findFirst();
        return new Mapping(
                Mapping.channel(sides.group(1), isFlag ? "boolean" : kind.group(1), property),
                Place.of(places[0]),
                Place.of(places.length == 2 ? places[1] : ""),
                isFlag ? 1 : number(kind.group(2), 1),
                words(isFlag ? flag.group(1) : null),
                number(range.map(r -> r.group(1)).orElse(null), Double.NEGATIVE_INFINITY),
                number(range.map(r -> r.group(2)).orElse(null), Double.POSITIVE_INFINITY));
    }

    private static double number(String text, double otherwise) {
        return Optional.ofNullable(text).map(Double::parseDouble).orElse(otherwise);
    }

    private static List<String> words(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\|"))
                        .map(String::strip)
                        .toList();
    }
}
