package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Order;
import de.einsnull.sensors.sensorthings.query.PropertyPath;
import de.einsnull.sensors.sensorthings.query.ValueType;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The order of a set as SQL: as asked for, then by id. */
final class Ordering {

    private final Request request;
    private final Source source;

    Ordering(Request request, Source source) {
        this.request = request;
        this.source = source;
    }

    /** {@code order by ...}. */
    Sql by(List<Order> orders) throws Untranslatable, SQLException {
        var sql = Sql.of(" order by ");
        if (orders.isEmpty()) {
            return sql.add(String.join(", ", source.order()));
        }
        for (Order order : orders) {
            one(sql, order);
        }
        return sql.add(source.alias() + ".id");
    }

    private void one(Sql sql, Order order) throws Untranslatable, SQLException {
        var scope = new Scope(request, Map.of(PropertyPath.SELF, new Scope.Row(source.alias(), source.type())));
        var translator = new Translator(request, scope);
        var e = order.expression();
        var direction = order.descending() ? " desc" : "";
        if (e.type().temporal()) {
            var time = translator.time(e);
            sql.add(scope.value(time.start())).add(direction + nulls(e, order)).add(", ");
            if (!time.instant()) {
                sql.add(scope.value(time.last()))
                        .add(direction + nulls(e, order))
                        .add(", ");
            }
        } else if (e.type() == ValueType.ANY) {
            any(sql, scope, translator.any(e), direction + nulls(e, order));
        } else {
            var collation = e.type() == ValueType.TEXT && request.postgres() ? " collate \"C\"" : "";
            sql.add(scope.value(translator.scalar(e)))
                    .add(collation + direction + nulls(e, order))
                    .add(", ");
        }
    }

    /** Nothing, then numbers, then everything else by its text. */
    private static void any(Sql sql, Scope scope, AnySql any, String direction) {
        var rank = Sql.join("case when ", any.none(), " then 0 when ", any.number(), " is not null then 1 else 2 end");
        for (Sql key : List.of(rank, any.number(), any.text())) {
            sql.add(scope.value(key)).add(direction).add(", ");
        }
    }

    private boolean alwaysThere(Property property, ValueType type) {
        boolean time =
                source.type() == EntityType.OBSERVATION && property.name().equals("phenomenonTime");
        return time || property.equals(Property.ID) || (property.mandatory() && type != ValueType.ANY);
    }

    /** Nothing is smaller than everything. A column that is never null says no more, so that an index fits. */
    private String nulls(Expression e, Order order) {
        boolean always = e instanceof PropertyPath path
                && path.navigations().isEmpty()
                && alwaysThere(path.property(), e.type());
        if (always) {
            return "";
        }
        return order.descending() ? " nulls last" : " nulls first";
    }
}
