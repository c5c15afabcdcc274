package de.einsnull.sensors.sensorthings.parse;

import de.einsnull.sensors.sensorthings.query.Call;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Function;
import de.einsnull.sensors.sensorthings.query.Literal;
import de.einsnull.sensors.sensorthings.query.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads calls of functions. */
final class Calls {

    private static final Pattern START = Pattern.compile("([A-Za-z][A-Za-z0-9_.]{0,30})\\s{0,10}\\(");
    private static final Pattern RELATION = Pattern.compile("[TF*012]{9}");

    private final Cursor cursor;
    private final Typing typing;
    private final ExpressionParser expressions;

    Calls(Cursor cursor, Typing typing, ExpressionParser expressions) {
        this.cursor = cursor;
        this.typing = typing;
        this.expressions = expressions;
    }

    /** Reads a call if one starts here. */
    Optional<Expression> read(Scope scope) {
        int position = cursor.at();
        return cursor.eat(START).map(m -> m.group(1)).map(name -> call(name, position, scope));
    }

    private Expression call(String name, int position, Scope scope) {
        var function = Function.of(name.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> cursor.expected(
                        position,
                        "eine Funktion, die es gibt, wie startswith, year oder geo.distance",
                        "a function that exists, such as startswith, year or geo.distance"));
        cursor.countNode();
        var arguments = new ArrayList<Expression>();
        if (cursor.next() != ')') {
            do {
                arguments.add(argument(function, arguments.size(), scope));
            } while (cursor.eat(','));
        }
        if (arguments.size() < function.least()) {
            throw cursor.expected("noch ein Argument von " + function.text(), "another argument of " + function.text());
        }
        cursor.need(')');
        check(function, arguments);
        return new Call(function, arguments, position);
    }

    private Expression argument(Function function, int index, Scope scope) {
        if (index >= function.arguments().size()) {
            throw cursor.expected("„)“", "')'");
        }
        return typing.need(expressions.any(scope), function.arguments().get(index));
    }

    private void check(Function function, List<Expression> arguments) {
        if (function == Function.DURING && arguments.get(1).type() == ValueType.INSTANT) {
            throw typing.wrong(arguments.get(1), ValueType.INTERVAL);
        }
        if (function == Function.ST_RELATE) {
            boolean pattern = arguments.get(2) instanceof Literal literal
                    && RELATION.matcher((String) literal.value()).matches();
            if (!pattern) {
                throw cursor.expected(
                        arguments.get(2).position(),
                        "ein Muster aus neun der Zeichen T F * 0 1 2",
                        "a pattern of nine of the characters T F * 0 1 2");
            }
        }
    }
}
