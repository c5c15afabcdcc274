package de.einsnull.sensors.sensorthings.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.sensorthings.model.TimeValue;
import de.einsnull.sensors.sensorthings.query.Operator;
import java.math.BigDecimal;

/** Compares two values as {@link Operator} says. */
final class Comparison {

    private Comparison() {}

    /** True, false or, if they cannot be compared, null. */
    static Boolean of(Operator operator, Object left, Object right) {
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof TimeValue || right instanceof TimeValue) {
            var a = Values.time(left);
            var b = Values.time(right);
            return (a == null || b == null) ? null : Intervals.compare(operator, a, b);
        }
        var order = order(left, right);
        return order == null ? null : holds(operator, order);
    }

    private static boolean holds(Operator operator, int order) {
        return switch (operator) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            default -> throw new IllegalArgumentException(operator.symbol());
        };
    }

    private static Integer order(Object left, Object right) {
        if (left instanceof JsonNode a && right instanceof JsonNode b) {
            return a.isNumber() && b.isNumber() ? numbers(left, right) : texts(left, right);
        }
        if (left instanceof Number || right instanceof Number) {
            return numbers(left, right);
        }
        if (left instanceof String || right instanceof String) {
            return texts(left, right);
        }
        if (left instanceof Boolean || right instanceof Boolean) {
            var a = Values.truth(left);
            var b = Values.truth(right);
            return (a == null || b == null) ? null : a.compareTo(b);
        }
        return others(left, right);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int others(Object left, Object right) {
        return ((Comparable) left).compareTo(right);
    }

    private static Integer numbers(Object left, Object right) {
        var a = Values.number(left);
        var b = Values.number(right);
        return (a == null || b == null) ? null : numbers(a, b);
    }

    static int numbers(Number a, Number b) {
        return a instanceof BigDecimal x && b instanceof BigDecimal y
                ? x.compareTo(y)
                : Double.compare(a.doubleValue() + 0.0, b.doubleValue() + 0.0);
    }

    private static Integer texts(Object left, Object right) {
        var a = Values.text(left);
        var b = Values.text(right);
        return (a == null || b == null) ? null : texts(a, b);
    }

    /** By code points, as databases with the collation C do. */
    static int texts(String a, String b) {
        int end = Math.min(a.length(), b.length());
        for (int i = 0; i < end; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean surrogates = Character.isSurrogate(x) != Character.isSurrogate(y);
                return surrogates ? Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y)) : x - y;
            }
        }
        return a.length() - b.length();
    }
}
