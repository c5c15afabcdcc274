package de.einsnull.sensors.sensorthings.parse;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Order;
import de.einsnull.sensors.sensorthings.query.PropertyPath;
import de.einsnull.sensors.sensorthings.query.ResultFormat;
import de.einsnull.sensors.sensorthings.query.Selected;
import de.einsnull.sensors.sensorthings.query.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads one option, on the first level or within an expand. */
final class OptionParser {

    private static final Pattern NAME = Pattern.compile("[@A-Za-z_][@A-Za-z0-9_.]{0,60}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}(?![\\w.])");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{1,20}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._-]{1,200}");
    private static final Pattern DISTINCT = Pattern.compile("distinct\\s{0,5}:");
    private static final Map<String, ResultFormat> FORMATS = Map.of(
            "dataarray", ResultFormat.DATA_ARRAY,
            "geojson", ResultFormat.GEO_JSON,
            "csv", ResultFormat.CSV,
            "json", ResultFormat.JSON,
            "default", ResultFormat.JSON);

    private final Cursor cursor;

    OptionParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads the value of an option; {@code position} is where its name stands. */
    void read(String name, int position, QueryBuilder builder) {
        if (!builder.give(name) && !name.equals("$expand")) {
            throw cursor.expected(position, name + " nur einmal", name + " once only");
        }
        switch (name) {
            case "$filter" -> builder.filter(new ExpressionParser(cursor).condition(Scope.filter(builder.type())));
            case "$orderby" -> orderBy(builder);
            case "$select" -> select(builder);
            case "$expand" -> new ExpandParser(cursor).read(builder);
            case "$top" -> builder.top(number());
            case "$skip" -> builder.skip(number());
            case "$count" -> builder.count(flag());
            case "$resultFormat" -> builder.format(format());
            case "$skiptoken" -> builder.token(token());
            default -> throw cursor.expected(
                    position,
                    "eine der Optionen $filter, $orderby, $select, $expand, $top, $skip, $count, $resultFormat",
                    "one of the options $filter, $orderby, $select, $expand, $top, $skip, $count, $resultFormat");
        }
    }

    private long number() {
        cursor.skipSpace();
        return cursor.eat(NUMBER)
                .map(m -> Long.parseLong(m.group()))
                .orElseThrow(() -> cursor.expected("eine ganze Zahl ab 0", "a whole number of 0 or more"));
    }

    private boolean flag() {
        if (cursor.eatWord("true")) {
            return true;
        }
        if (cursor.eatWord("false")) {
            return false;
        }
        throw cursor.expected("true oder false", "true or false");
    }

    private ResultFormat format() {
        cursor.skipSpace();
        int position = cursor.at();
        var format = cursor.eat(WORD).map(m -> FORMATS.get(m.group().toLowerCase(Locale.ROOT)));
        return format.orElseThrow(
                () -> cursor.expected(position, "dataArray, GeoJSON oder CSV", "dataArray, GeoJSON or CSV"));
    }

    private String token() {
        return cursor.eat(TOKEN)
                .map(m -> m.group())
                .orElseThrow(() -> cursor.expected("die Fortsetzung aus @iot.nextLink", "what @iot.nextLink says"));
    }

    private void orderBy(QueryBuilder builder) {
        var orders = new ArrayList<Order>();
        var expressions = new ExpressionParser(cursor);
        do {
            cursor.skipSpace();
            int position = cursor.at();
            var expression = sortable(expressions.value(Scope.order(builder.type())));
            if (expression.type() == ValueType.GEOMETRY || expression.type() == ValueType.NULL) {
                throw cursor.expected(position, "etwas, das eine Reihenfolge hat", "something that has an order");
            }
            boolean descending = cursor.eatWord("desc");
            if (!descending) {
                cursor.eatWord("asc");
            }
            orders.add(new Order(expression, descending));
        } while (cursor.eat(','));
        builder.orderBy(orders);
    }

    /** Places are sorted by their JSON. */
    private static Expression sortable(Expression expression) {
        return expression instanceof PropertyPath path && path.type() == ValueType.GEOMETRY
                ? new PropertyPath(
                        path.from(), path.navigations(), path.property(), path.steps(), ValueType.ANY, path.position())
                : expression;
    }

    private void select(QueryBuilder builder) {
        cursor.skipSpace();
        boolean distinct = cursor.eat(DISTINCT).isPresent();
        var selected = new ArrayList<Selected>();
        do {
            selected.add(selected(builder.type()));
        } while (cursor.eat(','));
        builder.select(selected, distinct);
    }

    private Selected selected(EntityType type) {
        cursor.skipSpace();
        cursor.countNode();
        int position = cursor.at();
        var name = cursor.eat(NAME).map(m -> m.group()).orElse("");
        if (name.equals(Property.SELF_LINK.name()) || name.equals("selfLink")) {
            return new Selected.Value(Property.SELF_LINK, List.of());
        }
        var navigation = type.navigation(name);
        if (navigation.isPresent()) {
            return new Selected.Link(navigation.get());
        }
        var property = type.property(name)
                .orElseThrow(() -> cursor.expected(
                        position,
                        "id oder eine Eigenschaft von " + type.entityName(),
                        "id or a property of " + type.entityName()));
        return new Selected.Value(property, JsonSteps.read(cursor, property));
    }
}
