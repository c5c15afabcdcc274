package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.query.Any;
import de.einsnull.sensors.sensorthings.query.Call;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Operation;
import de.einsnull.sensors.sensorthings.query.Operator;
import de.einsnull.sensors.sensorthings.query.PropertyPath;
import de.einsnull.sensors.sensorthings.query.ValueType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is seen of expressions before they are translated. */
final class Shapes {

    private Shapes() {}

    /** Ways from the entity that end where one of several related rows is chosen. */
    static Set<List<Navigation>> choices(Expression expression) {
        var found = new HashSet<List<Navigation>>();
        for (List<Navigation> way : ways(expression)) {
            for (int i = 0; i < way.size(); i++) {
                if (way.get(i).many()) {
                    found.add(way.subList(0, i + 1));
                }
            }
        }
        return found;
    }

    /** Ways from the entity to the properties in an expression; those of {@code any} choose for themselves. */
    private static Set<List<Navigation>> ways(Expression expression) {
        var found = new HashSet<List<Navigation>>();
        if (expression instanceof PropertyPath path
                && path.from().equals(PropertyPath.SELF)
                && !path.navigations().isEmpty()) {
            found.add(path.navigations());
        }
        children(expression).forEach(child -> found.addAll(ways(child)));
        return found;
    }

    private static List<Expression> children(Expression expression) {
        if (expression instanceof Operation o) {
            return o.operands();
        }
        return expression instanceof Call call ? call.arguments() : List.of();
    }

    /** Whether all of them together can only be true where every way leads to a row. */
    static boolean needRows(Collection<Expression> conditions) {
        var all = new HashSet<List<Navigation>>();
        var needed = new HashSet<List<Navigation>>();
        for (Expression condition : conditions) {
            all.addAll(ways(condition));
            needed.addAll(needed(condition));
        }
        return needed.containsAll(all);
    }

    /** Ways without whose rows a condition is not true. */
    private static Set<List<Navigation>> needed(Expression condition) {
        if (condition instanceof Operation o) {
            if (o.operator() == Operator.AND) {
                var both = new HashSet<>(needed(o.left()));
                both.addAll(needed(o.right()));
                return both;
            }
            if (o.operator() == Operator.OR) {
                var both = new HashSet<>(needed(o.left()));
                both.retainAll(needed(o.right()));
                return both;
            }
            boolean asksForNull = o.operands().stream().anyMatch(x -> x.type() == ValueType.NULL);
            return o.operator().comparison() && (!asksForNull || o.operator() == Operator.NE)
                    ? plainWays(condition)
                    : Set.of();
        }
        return condition instanceof Any ? Set.of() : plainWays(condition);
    }

    /** All ways, if no part of the expression turns nothing into something. */
    private static Set<List<Navigation>> plainWays(Expression expression) {
        return logical(expression) ? Set.of() : ways(expression);
    }

    private static boolean logical(Expression expression) {
        return children(expression).stream()
                .anyMatch(c ->
                        c instanceof Any || (c instanceof Operation o && o.type() == ValueType.BOOLEAN) || logical(c));
    }
}
