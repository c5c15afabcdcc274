package de.einsnull.settings.core.keep;

import de.einsnull.settings.api.Setting;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Turns what is typed into what a configuration holds, and back. */
final class Values {

    private static final Set<String> TRUE = Set.of("true", "ja", "yes", "1");
    private static final Set<String> FALSE = Set.of("false", "nein", "no", "0");

    private Values() {}

    /**
     * Values as the configuration holds them.
     *
     * @throws IllegalArgumentException if one is not of the setting's type
     */
    static Object typed(Setting setting, List<String> values) {
        if (!setting.list()) {
            return typed(setting.type(), values.get(0));
        }
        var array = Array.newInstance(boxed(setting.type()), values.size());
        for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, typed(setting.type(), values.get(i)));
        }
        return array;
    }

    static Object typed(Setting.Type type, String value) {
        return switch (type) {
            case TEXT -> value;
            case TRUTH -> truth(value);
            case INTEGER -> Integer.valueOf(value);
            case LONG -> Long.valueOf(value);
            case SHORT -> Short.valueOf(value);
            case BYTE -> Byte.valueOf(value);
            case DOUBLE -> Double.valueOf(value.replace(',', '.'));
            case FLOAT -> Float.valueOf(value.replace(',', '.'));
            case CHARACTER -> character(value);
        };
    }

    private static Boolean truth(String value) {
        var lower = value.toLowerCase(Locale.ROOT);
        if (!TRUE.contains(lower) && !FALSE.contains(lower)) {
            throw new IllegalArgumentException("Neither true nor false");
        }
        return TRUE.contains(lower);
    }

    private static Character character(String value) {
        if (value.length() != 1) {
            throw new IllegalArgumentException("Not one character");
        }
        return value.charAt(0);
    }

    private static Class<?> boxed(Setting.Type type) {
        return switch (type) {
            case TEXT -> String.class;
            case TRUTH -> Boolean.class;
            case INTEGER -> Integer.class;
            case LONG -> Long.class;
            case SHORT -> Short.class;
            case BYTE -> Byte.class;
            case DOUBLE -> Double.class;
            case FLOAT -> Float.class;
            case CHARACTER -> Character.class;
        };
    }

    /** What a configuration holds as texts. */
    static List<String> texts(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> String.valueOf(Array.get(value, i)))
                    .toList();
        }
        return List.of(String.valueOf(value));
    }

    /** Without white space at the ends and without empty values. */
    static List<String> tidy(List<String> values) {
        return values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
