package de.einsnull.sensors.sensorthings.parse;

import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.query.Any;
import de.einsnull.sensors.sensorthings.query.Call;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Function;
import de.einsnull.sensors.sensorthings.query.JsonStep;
import de.einsnull.sensors.sensorthings.query.Literal;
import de.einsnull.sensors.sensorthings.query.Operation;
import de.einsnull.sensors.sensorthings.query.Operator;
import de.einsnull.sensors.sensorthings.query.PropertyPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/** Writes expressions as the parser reads them, with more parentheses than a person would. */
final class ExpressionText {

    String of(Expression expression) {
        if (expression instanceof Literal literal) {
            return literal(literal);
        }
        if (expression instanceof PropertyPath path) {
            return from(path.from()) + way(path.navigations()) + name(path.property()) + steps(path.steps());
        }
        if (expression instanceof Operation operation) {
            return operation(operation);
        }
        if (expression instanceof Any any) {
            return from(any.from()) + way(any.navigations()) + "any(" + any.variable() + ":" + of(any.condition())
                    + ")";
        }
        return call((Call) expression);
    }

    private String operation(Operation operation) {
        if (operation.operator() == Operator.NOT) {
            return "(not " + of(operation.left()) + ")";
        }
        if (operation.operator() == Operator.NEGATE) {
            return "-(" + of(operation.left()) + ")";
        }
        return "(" + of(operation.left()) + " " + operation.operator().symbol() + " " + of(operation.right()) + ")";
    }

    private String call(Call call) {
        var arguments = call.arguments();
        if (call.function() == Function.ITEM_OF) {
            return "(" + of(arguments.get(0)) + " in " + of(arguments.get(1)) + ")";
        }
        if (call.function() == Function.IN) {
            var options = arguments.subList(1, arguments.size());
            return "(" + of(arguments.get(0)) + " in (" + list(options) + "))";
        }
        return call.function().text() + "(" + list(arguments) + ")";
    }

    private String list(List<Expression> expressions) {
        return expressions.stream().map(this::of).collect(Collectors.joining(","));
    }

    private static String literal(Literal literal) {
        var value = literal.value();
        return switch (literal.type()) {
            case TEXT -> "'" + value.toString().replace("'", "''") + "'";
            case NUMBER -> ((BigDecimal) value).toPlainString();
            case DURATION -> "duration'" + value + "'";
            case GEOMETRY -> "geography'" + ((Geometry) value).toText() + "'";
            default -> String.valueOf(value);
        };
    }

    private static String from(String variable) {
        return variable.isEmpty() ? "" : variable + "/";
    }

    private static String way(List<Navigation> navigations) {
        return navigations.stream().map(n -> n.navigationName() + "/").collect(Collectors.joining());
    }

    static String name(Property property) {
        return property.equals(Property.ID) ? "id" : property.name();
    }

    static String steps(List<JsonStep> steps) {
        return steps.stream()
                .map(s -> s instanceof JsonStep.Member m ? "/" + m.name() : "[" + ((JsonStep.Item) s).index() + "]")
                .collect(Collectors.joining());
    }
}
