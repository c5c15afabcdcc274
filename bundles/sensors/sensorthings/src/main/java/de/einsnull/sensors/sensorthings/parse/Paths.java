package de.einsnull.sensors.sensorthings.parse;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.query.Any;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.PropertyPath;
import de.einsnull.sensors.sensorthings.query.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads paths to properties, and {@code any}. */
final class Paths {

    private static final Pattern NAME = Pattern.compile("[@A-Za-z_][@A-Za-z0-9_.]{0,60}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,30}");
    private static final Pattern ANY = Pattern.compile("any\\s{0,10}\\(");
    private static final int MOST_NAVIGATIONS = 8;

    private final Cursor cursor;
    private final ExpressionParser expressions;

    Paths(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    Expression read(Scope scope) {
        int position = cursor.at();
        var first = name(scope.self());
        var start = scope.variable(first);
        if (start.isEmpty()) {
            return follow(PropertyPath.SELF, scope.self(), first, position, scope);
        }
        slash();
        int next = cursor.at();
        return follow(first, start.get(), name(start.get()), next, scope);
    }

    private String name(EntityType type) {
        return cursor.eat(NAME).orElseThrow(() -> unknown(cursor.at(), type)).group();
    }

    private void slash() {
        if (cursor.peek() != '/') {
            throw cursor.expected("„/“", "'/'");
        }
        cursor.back(cursor.at() + 1);
    }

    private Expression follow(String from, EntityType start, String first, int position, Scope scope) {
        var navigations = new ArrayList<Navigation>();
        var type = start;
        var name = first;
        int at = position;
        while (true) {
            var navigation = type.navigation(name);
            if (navigation.isEmpty()) {
                return property(from, navigations, type, name, at, position);
            }
            navigations.add(allowed(navigation.get(), navigations.size(), at, scope));
            slash();
            if (cursor.eat(ANY).isPresent()) {
                return any(from, navigations, at, scope);
            }
            type = navigation.get().target();
            at = cursor.at();
            name = name(type);
        }
    }

    private Navigation allowed(Navigation navigation, int before, int position, Scope scope) {
        if (before >= MOST_NAVIGATIONS) {
            throw cursor.expected(position, "ein kürzerer Weg", "a shorter path");
        }
        if (navigation.many() && !scope.manyAllowed()) {
            throw cursor.expected(
                    position, "hier nur ein Weg zu einem einzigen Objekt", "here a path to a single entity only");
        }
        return navigation;
    }

    private Expression any(String from, List<Navigation> navigations, int position, Scope scope) {
        cursor.countNode();
        if (!navigations.get(navigations.size() - 1).many()) {
            throw cursor.expected(position, "vor any eine Menge", "a set before any");
        }
        cursor.skipSpace();
        int at = cursor.at();
        var variable = cursor.eat(VARIABLE)
                .orElseThrow(() -> cursor.expected("ein Name wie d", "a name such as d"))
                .group();
        if (scope.variable(variable).isPresent()) {
            throw cursor.expected(at, "ein Name, der noch frei ist", "a name that is not taken yet");
        }
        cursor.need(':');
        var target = navigations.get(navigations.size() - 1).target();
        var condition = expressions.condition(scope.with(variable, target));
        cursor.need(')');
        return new Any(from, navigations, variable, condition, position);
    }

    private Expression property(
            String from, List<Navigation> navigations, EntityType type, String name, int at, int position) {
        cursor.countNode();
        var property = type.property(name).orElseThrow(() -> unknown(at, type));
        var steps = JsonSteps.read(cursor, property);
        var result = steps.isEmpty() ? type(property) : ValueType.ANY;
        return new PropertyPath(from, navigations, property, steps, result, position);
    }

    private static ValueType type(Property property) {
        return switch (property.kind()) {
            case ID -> ValueType.NUMBER;
            case TEXT -> ValueType.TEXT;
            case INSTANT -> ValueType.INSTANT;
            case INTERVAL -> ValueType.INTERVAL;
            case TIME -> ValueType.TIME;
            case GEOMETRY -> ValueType.GEOMETRY;
            case OBJECT, LIST, ANY -> ValueType.ANY;
        };
    }

    private QueryException unknown(int position, EntityType type) {
        var names = Stream.concat(
                        Stream.concat(
                                Stream.of("id"), type.properties().stream().map(Property::name)),
                        type.navigations().stream().map(n -> n.navigationName() + "/..."))
                .collect(Collectors.joining(", "));
        return cursor.expected(
                position,
                "ein Wert oder eine Eigenschaft von " + type.entityName() + " (" + names + ")",
                "a value or a property of " + type.entityName() + " (" + names + ")");
    }
}
