package de.einsnull.sensors.sensorthings.parse;

import static de.einsnull.sensors.sensorthings.query.ValueType.ANY;
import static de.einsnull.sensors.sensorthings.query.ValueType.BOOLEAN;
import static de.einsnull.sensors.sensorthings.query.ValueType.DATE;
import static de.einsnull.sensors.sensorthings.query.ValueType.DURATION;
import static de.einsnull.sensors.sensorthings.query.ValueType.GEOMETRY;
import static de.einsnull.sensors.sensorthings.query.ValueType.NULL;
import static de.einsnull.sensors.sensorthings.query.ValueType.NUMBER;
import static de.einsnull.sensors.sensorthings.query.ValueType.TEXT;
import static de.einsnull.sensors.sensorthings.query.ValueType.TIME_OF_DAY;

import de.einsnull.sensors.sensorthings.model.TimeValue;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Literal;
import de.einsnull.sensors.sensorthings.query.Operation;
import de.einsnull.sensors.sensorthings.query.Operator;
import de.einsnull.sensors.sensorthings.query.ValueType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts operators and operands together if they fit; otherwise says at the operand what would fit. */
final class Typing {

    private static final Map<ValueType, Named> NAMES = names();

    private record Named(String german, String english) {}

    private final Cursor cursor;

    Typing(Cursor cursor) {
        this.cursor = cursor;
    }

    private static Map<ValueType, Named> names() {
        var names = new EnumMap<ValueType, Named>(ValueType.class);
        names.put(BOOLEAN, new Named("etwas Wahres oder Falsches", "something true or false"));
        names.put(NUMBER, new Named("eine Zahl", "a number"));
        names.put(TEXT, new Named("ein Text", "a text"));
        names.put(ValueType.INSTANT, new Named("ein Zeitpunkt", "an instant"));
        names.put(ValueType.INTERVAL, new Named("ein Zeitraum", "an interval of time"));
        names.put(ValueType.TIME, new Named("eine Zeit", "a time"));
        names.put(DATE, new Named("ein Tag", "a date"));
        names.put(TIME_OF_DAY, new Named("eine Uhrzeit", "a time of day"));
        names.put(DURATION, new Named("eine Dauer", "a duration"));
        names.put(GEOMETRY, new Named("ein Ort", "a place"));
        names.put(ANY, new Named("ein Wert", "a value"));
        names.put(NULL, new Named("null", "null"));
        return names;
    }

    /** A condition, or what may turn out to be one. */
    Expression condition(Expression found) {
        return need(found, BOOLEAN);
    }

    /** What has a type, or may turn out to have it; literals are changed to it where that is clear. */
    Expression need(Expression found, ValueType type) {
        return fit(found, type).orElseThrow(() -> wrong(found, type));
    }

    private static Optional<Expression> fit(Expression found, ValueType wanted) {
        var type = found.type();
        boolean loose = type == ANY && (wanted == BOOLEAN || wanted == NUMBER || wanted == TEXT);
        if (type == wanted || wanted == ANY || loose || (wanted.temporal() && type.temporal())) {
            return Optional.of(found);
        }
        return found instanceof Literal literal ? converted(literal, wanted) : Optional.empty();
    }

    private static Optional<Expression> converted(Literal literal, ValueType wanted) {
        if (literal.value() instanceof LocalDate day && wanted.temporal()) {
            return Optional.of(time(Temporals.startOf(day), literal));
        }
        if (!(literal.value() instanceof String text)) {
            return Optional.empty();
        }
        try {
            return wanted.temporal()
                    ? Temporals.parse(text).map(t -> time(t, literal))
                    : otherTime(text, wanted).map(t -> new Literal(t, wanted, literal.position()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> otherTime(String text, ValueType wanted) {
        return switch (wanted) {
            case DATE -> Optional.of(LocalDate.parse(text));
            case TIME_OF_DAY -> Optional.of(LocalTime.parse(text));
            default -> Optional.empty();
        };
    }

    private static Literal time(TimeValue time, Literal instead) {
        return new Literal(time, time.interval() ? ValueType.INTERVAL : ValueType.INSTANT, instead.position());
    }

    QueryException wrong(Expression found, ValueType wanted) {
        var name = NAMES.get(wanted);
        return cursor.expected(found.position(), name.german(), name.english());
    }

    Operation logic(Operator operator, Expression left, Expression right) {
        cursor.countNode();
        return new Operation(operator, List.of(condition(left), condition(right)), BOOLEAN, left.position());
    }

    Operation not(Expression operand, int position) {
        cursor.countNode();
        return new Operation(Operator.NOT, List.of(condition(operand)), BOOLEAN, position);
    }

    Expression negate(Expression operand, int position) {
        if (operand instanceof Literal literal && literal.value() instanceof BigDecimal number) {
            return new Literal(number.negate(), NUMBER, position);
        }
        cursor.countNode();
        return new Operation(Operator.NEGATE, List.of(need(operand, NUMBER)), NUMBER, position);
    }

    Operation comparison(Operator operator, Expression left, Expression right) {
        cursor.countNode();
        var operands = comparable(operator, left, right);
        return new Operation(operator, operands, BOOLEAN, left.position());
    }

    private List<Expression> comparable(Operator operator, Expression left, Expression right) {
        boolean equality = operator == Operator.EQ || operator == Operator.NE;
        if (left.type() == NULL || right.type() == NULL) {
            if (!equality) {
                throw wrong(left.type() == NULL ? left : right, ANY);
            }
            return List.of(left, right);
        }
        if (left.type() == GEOMETRY || right.type() == GEOMETRY) {
            throw cursor.expected(left.position(), "statt des Vergleichs st_equals", "st_equals instead of comparing");
        }
        if (!equality && (left.type() == BOOLEAN || right.type() == BOOLEAN)) {
            throw cursor.expected(left.position(), "eq oder ne", "eq or ne");
        }
        if (left.type() == ANY || right.type() == ANY) {
            return withAny(left, right);
        }
        return fit(right, left.type())
                .map(fitting -> List.of(left, fitting))
                .or(() -> fit(left, right.type()).map(fitting -> List.of(fitting, right)))
                .orElseThrow(() -> wrong(right, left.type()));
    }

    private List<Expression> withAny(Expression left, Expression right) {
        for (var operand : List.of(left, right)) {
            if (operand.type() == DATE || operand.type() == TIME_OF_DAY || operand.type() == DURATION) {
                throw wrong(operand, ANY);
            }
        }
        return List.of(left, right);
    }

    Operation arithmetic(Operator operator, Expression left, Expression right) {
        cursor.countNode();
        var type = Arithmetic.result(operator, left.type(), right.type());
        if (type.isPresent()) {
            return new Operation(operator, List.of(left, right), type.get(), left.position());
        }
        if (left.type() == TEXT || left.type() == BOOLEAN || left.type() == GEOMETRY || left.type() == NULL) {
            throw wrong(left, NUMBER);
        }
        throw wrong(right, left.type() == NUMBER || left.type() == ANY ? NUMBER : DURATION);
    }
}
