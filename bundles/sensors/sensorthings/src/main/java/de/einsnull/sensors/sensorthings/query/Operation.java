package de.einsnull.sensors.sensorthings.query;

import java.util.List;

/**
 * An operator with its operands.
 *
 * @param operator which
 * @param operands one for {@link Operator#NOT} and {@link Operator#NEGATE}, two for the others
 * @param type what it yields
 * @param position where it starts
 */
public record Operation(Operator operator, List<Expression> operands, ValueType type, int position)
        implements Expression {

    /** Copies the list. */
    public Operation {
        operands = List.copyOf(operands);
    }

    /**
     * The only or left operand.
     *
     * @return the first
     */
    public Expression left() {
        return operands.get(0);
    }

    /**
     * The right operand.
     *
     * @return the second
     * @throws IndexOutOfBoundsException if there is one only
     */
    public Expression right() {
        return operands.get(1);
    }
}
