package de.einsnull.sensors.sensorthings.evaluate;

import de.einsnull.sensors.sensorthings.query.Function;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Functions of texts; positions and lengths count code points. */
final class TextFunctions {

    private TextFunctions() {}

    static Object of(Function function, List<Object> arguments) {
        var first = Values.text(arguments.get(0));
        if (first == null) {
            return null;
        }
        return switch (function) {
            case LENGTH -> count(first.codePointCount(0, first.length()));
            case TOLOWER -> first.toLowerCase(Locale.ROOT);
            case TOUPPER -> first.toUpperCase(Locale.ROOT);
            case TRIM -> trimmed(first);
            case SUBSTRING -> substring(first, arguments);
            default -> ofTwo(function, first, Values.text(arguments.get(1)));
        };
    }

    private static Object ofTwo(Function function, String first, String second) {
        if (second == null) {
            return null;
        }
        return switch (function) {
            case SUBSTRINGOF -> second.contains(first);
            case CONTAINS -> first.contains(second);
            case STARTSWITH -> first.startsWith(second);
            case ENDSWITH -> first.endsWith(second);
            case CONCAT -> first + second;
            case INDEXOF -> indexOf(first, second);
            default -> throw new IllegalArgumentException(function.text());
        };
    }

    private static Object indexOf(String whole, String part) {
        int found = whole.indexOf(part);
        return count(found < 0 ? -1 : whole.codePointCount(0, found));
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }

    private static String substring(String text, List<Object> arguments) {
        var from = Values.number(arguments.get(1));
        boolean toEnd = arguments.size() < 3;
        var wanted = toEnd ? (Number) Integer.MAX_VALUE : Values.number(arguments.get(2));
        if (from == null || wanted == null) {
            return null;
        }
        int length = text.codePointCount(0, text.length());
        int start = (int) Math.max(0, Math.min(length, from.longValue()));
        int size = (int) Math.max(0, Math.min(length - start, wanted.longValue()));
        int begin = text.offsetByCodePoints(0, start);
        return text.substring(begin, text.offsetByCodePoints(begin, size));
    }

    private static BigDecimal count(int number) {
        return BigDecimal.valueOf(number);
    }
}
