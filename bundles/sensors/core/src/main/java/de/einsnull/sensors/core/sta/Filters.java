package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Operation;
import de.einsnull.sensors.sensorthings.query.Operator;
import de.einsnull.sensors.sensorthings.query.PropertyPath;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Translates filters part by part: what stands between its outermost {@code and}s. Parts that mean the same related row stay
 * together. A part that cannot be translated makes the filter inexact; a box around its geometry may still narrow it.
 */
final class Filters {

    private static final class Part {

        private final List<Expression> expressions = new ArrayList<>();
        private final Set<List<Navigation>> chosen = new HashSet<>();
    }

    private final Request request;
    private final Scope.Row row;

    Filters(Request request, EntityType type, String alias) {
        this.request = request;
        this.row = new Scope.Row(alias, type);
    }

    Filter translate(Expression filter) throws SQLException {
        var conditions = new ArrayList<Sql>();
        boolean exact = true;
        for (Part part : parts(filter)) {
            try {
                conditions.add(translate(part));
            } catch (Untranslatable e) {
                exact = false;
                for (Expression expression : part.expressions) {
                    Boxes.around(expression, row).ifPresent(conditions::add);
                }
            }
        }
        return new Filter(conditions, exact);
    }

    private static List<Part> parts(Expression filter) {
        var parts = new ArrayList<Part>();
        for (Expression expression : conjuncts(filter)) {
            var part = new Part();
            part.expressions.add(expression);
            part.chosen.addAll(Shapes.choices(expression));
            for (var i = parts.iterator(); i.hasNext(); ) {
                var other = i.next();
                if (other.chosen.stream().anyMatch(part.chosen::contains)) {
                    part.expressions.addAll(0, other.expressions);
                    part.chosen.addAll(other.chosen);
                    i.remove();
                }
            }
            parts.add(part);
        }
        return parts;
    }

    static List<Expression> conjuncts(Expression filter) {
        if (filter instanceof Operation o && o.operator() == Operator.AND) {
            var both = new ArrayList<>(conjuncts(o.left()));
            both.addAll(conjuncts(o.right()));
            return both;
        }
        return List.of(filter);
    }

    private Sql translate(Part part) throws Untranslatable, SQLException {
        var scope = new Scope(request, Map.of(PropertyPath.SELF, row));
        var translator = new Translator(request, scope);
        var all = new Sql();
        for (int i = 0; i < part.expressions.size(); i++) {
            all.add(i == 0 ? "" : " and ").add(translator.condition(part.expressions.get(i)));
        }
        if (scope.isEmpty()) {
            return all;
        }
        return Shapes.needRows(part.expressions) ? scope.inner(all) : scope.outer(all);
    }
}
