package de.einsnull.sensors.sensorthings.evaluate;

import de.einsnull.sensors.sensorthings.model.TimeValue;
import de.einsnull.sensors.sensorthings.query.Operator;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Calculates with numbers (in double precision), times and durations. */
final class Calculation {

    private static final double NANOS = 1e9;

    private Calculation() {}

    /** The result; null if an operand is missing or the result does not exist or is out of range. */
    static Object of(Operator operator, Object left, Object right) {
        if (left == null || right == null) {
            return null;
        }
        try {
            return temporal(left) || temporal(right)
                    ? temporals(operator, left, right)
                    : numbers(operator, Values.number(left), Values.number(right));
        } catch (ArithmeticException | DateTimeException e) {
            return null;
        }
    }

    private static boolean temporal(Object value) {
        return value instanceof TimeValue || value instanceof Duration;
    }

    private static Double numbers(Operator operator, Number left, Number right) {
        if (left == null || right == null) {
            return null;
        }
        double a = left.doubleValue();
        double b = right.doubleValue();
        boolean byZero = b == 0 && (operator == Operator.DIV || operator == Operator.MOD);
        return byZero ? null : finite(numbers(operator, a, b));
    }

    private static double numbers(Operator operator, double a, double b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> a / b;
            case MOD -> a % b;
            default -> throw new IllegalArgumentException(operator.symbol());
        };
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static Object temporals(Operator operator, Object left, Object right) {
        return switch (operator) {
            case ADD -> left instanceof TimeValue time ? moved(time, (Duration) right) : sum((Duration) left, right);
            case SUB -> difference(left, right);
            case MUL -> left instanceof Duration d ? scaled(d, factor(right)) : scaled((Duration) right, factor(left));
            case DIV -> scaled((Duration) left, inverse(factor(right)));
            default -> throw new IllegalArgumentException(operator.symbol());
        };
    }

    private static Object sum(Duration left, Object right) {
        return right instanceof TimeValue time ? moved(time, left) : left.plus((Duration) right);
    }

    private static Object difference(Object left, Object right) {
        if (right instanceof Duration duration) {
            return left instanceof TimeValue time ? moved(time, duration.negated()) : ((Duration) left).minus(duration);
        }
        var a = (TimeValue) left;
        var b = (TimeValue) right;
        return a.interval() || b.interval() ? null : Duration.between(b.start(), a.start());
    }

    private static TimeValue moved(TimeValue time, Duration by) {
        return new TimeValue(time.start().plus(by), time.end().map((Instant e) -> e.plus(by)));
    }

    private static Double factor(Object value) {
        var number = Values.number(value);
        return number == null ? null : (Double) number.doubleValue();
    }

    private static Double inverse(Double factor) {
        return factor == null || factor == 0 ? null : (Double) (1 / factor);
    }

    private static Duration scaled(Duration duration, Double factor) {
        if (factor == null) {
            return null;
        }
        double seconds = (duration.getSeconds() + duration.getNano() / NANOS) * factor;
        if (!(Math.abs(seconds) < Long.MAX_VALUE / NANOS)) {
            return null;
        }
        return Duration.ofNanos(Math.round(seconds * NANOS));
    }
}
