package de.einsnull.sensors.sensorthings.evaluate;

import de.einsnull.sensors.sensorthings.evaluate.Bindings.Way;
import de.einsnull.sensors.sensorthings.query.Any;
import de.einsnull.sensors.sensorthings.query.Call;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Literal;
import de.einsnull.sensors.sensorthings.query.Operation;
import de.einsnull.sensors.sensorthings.query.Operator;
import de.einsnull.sensors.sensorthings.query.Order;
import de.einsnull.sensors.sensorthings.query.PropertyPath;
import de.einsnull.sensors.sensorthings.store.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Evaluates expressions on entities that were read with everything the expression names ({@link Needed} says what that
 * is). Thread-safe. An entity that was read without it makes every method throw an IllegalArgumentException.
 */
public final class Evaluator {

    private final Functions functions;

    /**
     * An evaluator for one request.
     *
     * @param now what {@code now()} is
     */
    public Evaluator(Instant now) {
        this.functions = new Functions(now);
    }

    /**
     * Whether an entity fulfils a filter.
     *
     * @param filter BOOLEAN or ANY
     * @param entity the entity
     * @return true if it does, false if not or if it cannot be said (null)
     */
    public boolean matches(Expression filter, Entity entity) {
        return holds(filter, Bindings.of(entity));
    }

    /**
     * What an expression yields for an entity.
     *
     * @param expression without ways through to-many navigations other than those of {@code any}
     * @param entity the entity
     * @return of the Java type that its {@link de.einsnull.sensors.sensorthings.query.ValueType} names (numbers also as
     *     Long or Double), or null
     */
    public Object value(Expression expression, Entity entity) {
        return value(expression, Bindings.of(entity));
    }

    /**
     * The order of entities.
     *
     * @param orders criteria, the most important first
     * @return the order; by id where they say nothing
     */
    public Comparator<Entity> order(List<Order> orders) {
        Comparator<Entity> byId = Comparator.comparingLong(Entity::id);
        return orders.stream()
                .map(this::order)
                .reduce(Comparator::thenComparing)
                .map(o -> o.thenComparing(byId))
                .orElse(byId);
    }

    private Comparator<Entity> order(Order order) {
        Comparator<Entity> comparator =
                Comparator.comparing(entity -> value(order.expression(), entity), Sorting.INSTANCE);
        return order.descending() ? comparator.reversed() : comparator;
    }

    private boolean holds(Expression condition, Bindings bindings) {
        return choose(Ways.of(condition), 0, bindings, b -> Boolean.TRUE.equals(Values.truth(value(condition, b))));
    }

    /** Tries all choices of the ways from {@code index} on. */
    private static boolean choose(List<Way> ways, int index, Bindings bindings, Predicate<Bindings> condition) {
        if (index == ways.size()) {
            return condition.test(bindings);
        }
        var way = ways.get(index);
        var related = related(way, bindings);
        if (related.isEmpty()) {
            return choose(ways, index + 1, bindings.choose(way, null), condition);
        }
        return related.stream().anyMatch(e -> choose(ways, index + 1, bindings.choose(way, e), condition));
    }

    private static List<Entity> related(Way way, Bindings bindings) {
        int last = way.navigations().size() - 1;
        var before = bindings.at(new Way(way.from(), way.navigations().subList(0, last)));
        return before == null
                ? List.of()
                : Bindings.related(before, way.navigations().get(last));
    }

    private Object value(Expression expression, Bindings bindings) {
        if (expression instanceof Literal literal) {
            return literal.value();
        }
        if (expression instanceof PropertyPath path) {
            return bindings.value(path);
        }
        if (expression instanceof Operation operation) {
            return operation(operation, bindings);
        }
        if (expression instanceof Any any) {
            return any(any, bindings);
        }
        var call = (Call) expression;
        var arguments = new ArrayList<Object>(call.arguments().size());
        call.arguments().forEach(a -> arguments.add(value(a, bindings)));
        return functions.call(call.function(), arguments);
    }

    private boolean any(Any any, Bindings bindings) {
        return related(new Way(any.from(), any.navigations()), bindings).stream()
                .anyMatch(e -> holds(any.condition(), bindings.with(any.variable(), e)));
    }

    private Object operation(Operation operation, Bindings bindings) {
        var operator = operation.operator();
        return switch (operator) {
            case AND, OR -> logic(operation, bindings);
            case NOT -> negated(Values.truth(value(operation.left(), bindings)));
            case NEGATE -> Calculation.of(Operator.SUB, BigDecimal.ZERO, value(operation.left(), bindings));
            case EQ, NE -> equality(operation, bindings);
            case GT, GE, LT, LE -> Comparison.of(
                    operator, value(operation.left(), bindings), value(operation.right(), bindings));
            case ADD, SUB, MUL, DIV, MOD -> Calculation.of(
                    operator, value(operation.left(), bindings), value(operation.right(), bindings));
        };
    }

    private Boolean logic(Operation operation, Bindings bindings) {
        boolean decisive = operation.operator() == Operator.OR;
        var left = Values.truth(value(operation.left(), bindings));
        if (left != null && left == decisive) {
            return decisive;
        }
        var right = Values.truth(value(operation.right(), bindings));
        if (right != null && right == decisive) {
            return decisive;
        }
        return (left == null || right == null) ? null : (Boolean) !decisive;
    }

    private static Boolean negated(Boolean truth) {
        return truth == null ? null : (Boolean) !truth;
    }

    private Boolean equality(Operation operation, Bindings bindings) {
        boolean asksForNull = isNull(operation.left()) || isNull(operation.right());
        var left = value(operation.left(), bindings);
        var right = value(operation.right(), bindings);
        if (asksForNull) {
            return (left == null && right == null) == (operation.operator() == Operator.EQ);
        }
        return Comparison.of(operation.operator(), left, right);
    }

    private static boolean isNull(Expression expression) {
        return expression instanceof Literal literal && literal.value() == null;
    }
}
