package de.einsnull.boot.launcher;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What a value can be, by the types of OSGi's metatype. */
enum Kind {
    STRING("a text", null),
    PASSWORD("a text", null),
    BOOLEAN("true or false", Kind::truth),
    CHARACTER("one character", Kind::character),
    BYTE("a whole number", Byte::valueOf),
    SHORT("a whole number", Short::valueOf),
    INTEGER("a whole number", Integer::valueOf),
    LONG("a whole number", Long::valueOf),
    FLOAT("a number", Float::valueOf),
    DOUBLE("a number", Double::valueOf);

    private final String wanted;
    private final Function<String, Object> parser;

    Kind(String wanted, Function<String, Object> parser) {
        this.wanted = wanted;
        this.parser = parser;
    }

    /** The kind of a metatype type; a text if it is none that is known. */
    static Kind of(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(type.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(STRING);
    }

    /** Why a value is not of this kind or not within the bounds; empty if it is. */
    Optional<String> objection(String value, Optional<Double> min, Optional<Double> max) {
        if (parser == null) {
            return Optional.empty();
        }
        try {
            if (!(parser.apply(value) instanceof Number number) || within(number.doubleValue(), min, max)) {
                return Optional.empty();
            }
        } catch (IllegalArgumentException e) {
            // Said below, in words for a person.
            return Optional.of(sentence(value, min, max));
        }
        return Optional.of(sentence(value, min, max));
    }

    private String sentence(String value, Optional<Double> min, Optional<Double> max) {
        var from = min.map(bound -> " from " + number(bound)).orElse("");
        var to = max.map(bound -> " to " + number(bound)).orElse("");
        return "is '" + value + "' but must be " + wanted + from + to;
    }

    private static boolean within(double value, Optional<Double> min, Optional<Double> max) {
        return value >= min.orElse(value) && value <= max.orElse(value);
    }

    private static String number(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    private static Object truth(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(value);
        };
    }

    private static Object character(String value) {
        if (value.length() != 1) {
            throw new IllegalArgumentException(value);
        }
        return value.charAt(0);
    }
}
