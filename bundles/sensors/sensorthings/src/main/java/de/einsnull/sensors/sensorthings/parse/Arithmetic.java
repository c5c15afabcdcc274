package de.einsnull.sensors.sensorthings.parse;

import static de.einsnull.sensors.sensorthings.query.ValueType.ANY;
import static de.einsnull.sensors.sensorthings.query.ValueType.DURATION;
import static de.einsnull.sensors.sensorthings.query.ValueType.NUMBER;

import de.einsnull.sensors.sensorthings.query.Operator;
import de.einsnull.sensors.sensorthings.query.ValueType;
import java.util.Optional;

/** What types come out when one calculates. */
final class Arithmetic {

    private Arithmetic() {}

    /** The type of the result; empty if the operands do not go together. */
    static Optional<ValueType> result(Operator operator, ValueType left, ValueType right) {
        boolean numbers = number(left) && number(right);
        if (numbers) {
            return Optional.of(NUMBER);
        }
        return switch (operator) {
            case ADD -> sum(left, right);
            case SUB -> difference(left, right);
            case MUL -> when((left == DURATION && number(right)) || (number(left) && right == DURATION), DURATION);
            case DIV -> when(left == DURATION && number(right), DURATION);
            default -> Optional.empty();
        };
    }

    private static Optional<ValueType> sum(ValueType left, ValueType right) {
        if (right == DURATION && (left.temporal() || left == DURATION)) {
            return Optional.of(left);
        }
        return when(left == DURATION && right.temporal(), right);
    }

    private static Optional<ValueType> difference(ValueType left, ValueType right) {
        if (right == DURATION && (left.temporal() || left == DURATION)) {
            return Optional.of(left);
        }
        return when(left.temporal() && right.temporal(), DURATION);
    }

    private static boolean number(ValueType type) {
        return type == NUMBER || type == ANY;
    }

    private static Optional<ValueType> when(boolean condition, ValueType type) {
        return condition ? Optional.of(type) : Optional.empty();
    }
}
