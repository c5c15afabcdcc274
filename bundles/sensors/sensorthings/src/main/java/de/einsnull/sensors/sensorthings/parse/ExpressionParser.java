package de.einsnull.sensors.sensorthings.parse;

import de.einsnull.sensors.sensorthings.query.Call;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Function;
import de.einsnull.sensors.sensorthings.query.Operator;
import de.einsnull.sensors.sensorthings.query.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads expressions by recursive descent. From loose to tight: {@code or}, {@code and}, {@code not}, comparisons and
 * {@code in}, {@code add sub}, {@code mul div mod}, minus; equally tight ones from left to right.
 */
final class ExpressionParser {

    private static final List<Operator> COMPARISONS =
            List.of(Operator.EQ, Operator.NE, Operator.GT, Operator.GE, Operator.LT, Operator.LE);
    private static final List<Operator> SUMS = List.of(Operator.ADD, Operator.SUB);
    private static final List<Operator> PRODUCTS = List.of(Operator.MUL, Operator.DIV, Operator.MOD);

    private final Cursor cursor;
    private final Typing typing;
    private final Literals literals;

    ExpressionParser(Cursor cursor) {
        this.cursor = cursor;
        this.typing = new Typing(cursor);
        this.literals = new Literals(cursor);
    }

    /** A whole condition. */
    Expression condition(Scope scope) {
        return typing.condition(any(scope));
    }

    /** Any expression. */
    Expression any(Scope scope) {
        cursor.enter();
        var left = conjunction(scope);
        while (cursor.eatWord("or")) {
            left = typing.logic(Operator.OR, left, conjunction(scope));
        }
        cursor.leave();
        return left;
    }

    private Expression conjunction(Scope scope) {
        var left = negation(scope);
        while (cursor.eatWord("and")) {
            left = typing.logic(Operator.AND, left, negation(scope));
        }
        return left;
    }

    private Expression negation(Scope scope) {
        cursor.skipSpace();
        int position = cursor.at();
        if (!cursor.eatWord("not")) {
            return comparison(scope);
        }
        cursor.enter();
        var negated = typing.not(negation(scope), position);
        cursor.leave();
        return negated;
    }

    private Expression comparison(Scope scope) {
        var left = value(scope);
        var operator = eaten(COMPARISONS);
        if (operator.isPresent()) {
            return typing.comparison(operator.get(), left, value(scope));
        }
        return cursor.eatWord("in") ? membership(left, scope) : left;
    }

    private Expression membership(Expression left, Scope scope) {
        cursor.countNode();
        if (!cursor.eat('(')) {
            var list = value(scope);
            if (list.type() != ValueType.ANY) {
                throw typing.wrong(list, ValueType.ANY);
            }
            return new Call(Function.ITEM_OF, List.of(left, list), left.position());
        }
        var operands = new ArrayList<Expression>();
        operands.add(left);
        do {
            var equality = typing.comparison(Operator.EQ, left, value(scope));
            if (!equality.left().equals(left)) {
                throw typing.wrong(left, equality.right().type());
            }
            operands.add(equality.right());
        } while (cursor.eat(','));
        cursor.need(')');
        return new Call(Function.IN, operands, left.position());
    }

    /** An expression without comparison and logic. */
    Expression value(Scope scope) {
        var left = product(scope);
        for (var operator = eaten(SUMS); operator.isPresent(); operator = eaten(SUMS)) {
            left = typing.arithmetic(operator.get(), left, product(scope));
        }
        return left;
    }

    private Expression product(Scope scope) {
        var left = operand(scope);
        for (var operator = eaten(PRODUCTS); operator.isPresent(); operator = eaten(PRODUCTS)) {
            left = typing.arithmetic(operator.get(), left, operand(scope));
        }
        return left;
    }

    private Optional<Operator> eaten(List<Operator> operators) {
        return operators.stream().filter(o -> cursor.eatWord(o.symbol())).findFirst();
    }

    private Expression operand(Scope scope) {
        cursor.skipSpace();
        int position = cursor.at();
        if (cursor.eat('-')) {
            cursor.enter();
            var negated = typing.negate(operand(scope), position);
            cursor.leave();
            return negated;
        }
        if (cursor.eat('(')) {
            var inside = any(scope);
            cursor.need(')');
            return inside;
        }
        return literals.read().<Expression>map(l -> l).orElseGet(() -> named(scope));
    }

    private Expression named(Scope scope) {
        return new Calls(cursor, typing, this).read(scope).orElseGet(() -> new Paths(cursor, this).read(scope));
    }
}
