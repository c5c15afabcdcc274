package de.einsnull.sensors.sensorthings.query;

import java.util.List;

/**
 * A function with its arguments.
 *
 * @param function which
 * @param arguments as many as it takes, of the types it names
 * @param position where it starts
 */
public record Call(Function function, List<Expression> arguments, int position) implements Expression {

    /** Copies the list. */
    public Call {
        arguments = List.copyOf(arguments);
    }

    @Override
    public ValueType type() {
        return function.result();
    }
}
