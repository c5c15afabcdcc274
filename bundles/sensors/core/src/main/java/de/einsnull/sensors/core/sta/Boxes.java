package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.query.Call;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Function;
import de.einsnull.sensors.sensorthings.query.Literal;
import de.einsnull.sensors.sensorthings.query.Operation;
import de.einsnull.sensors.sensorthings.query.Operator;
import de.einsnull.sensors.sensorthings.query.PropertyPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Boxes that narrow what a geometry has to be compared with. */
final class Boxes {

    /** Functions that are true only where the boxes of both places meet. */
    private static final Set<Function> TOUCHING = Set.of(
            Function.GEO_INTERSECTS,
            Function.ST_EQUALS,
            Function.ST_TOUCHES,
            Function.ST_WITHIN,
            Function.ST_OVERLAPS,
            Function.ST_CROSSES,
            Function.ST_INTERSECTS,
            Function.ST_CONTAINS);

    private Boxes() {}

    /** What is true for all rows of the entity itself for which the condition is true. */
    static Optional<Sql> around(Expression condition, Scope.Row row) {
        if (row.type() != EntityType.LOCATION && row.type() != EntityType.FEATURE_OF_INTEREST) {
            return Optional.empty();
        }
        if (condition instanceof Call call && TOUCHING.contains(call.function())) {
            return literal(call).map(g -> meets(row.alias(), g.getEnvelopeInternal()));
        }
        return condition instanceof Operation o && o.left() instanceof Call call
                ? near(o, call, row)
                : Optional.empty();
    }

    private static Optional<Sql> near(Operation o, Call call, Scope.Row row) {
        boolean less = o.operator() == Operator.LT || o.operator() == Operator.LE;
        if (!less
                || call.function() != Function.GEO_DISTANCE
                || !(o.right() instanceof Literal limit)
                || !(limit.value() instanceof Number most)) {
            return Optional.empty();
        }
        return literal(call).map(g -> {
            var box = new Envelope(g.getEnvelopeInternal());
            box.expandBy(Math.max(0, most.doubleValue()));
            return meets(row.alias(), box);
        });
    }

    private static Optional<Geometry> literal(Call call) {
        List<Expression> two = call.arguments().subList(0, 2);
        boolean own = two.stream()
                .anyMatch(a -> a instanceof PropertyPath p
                        && p.from().equals(PropertyPath.SELF)
                        && p.navigations().isEmpty()
                        && p.steps().isEmpty());
        return own
                ? two.stream()
                        .filter(a -> a instanceof Literal l && l.value() instanceof Geometry)
                        .map(a -> (Geometry) ((Literal) a).value())
                        .filter(g -> !g.isEmpty())
                        .findFirst()
                : Optional.empty();
    }

    private static Sql meets(String alias, Envelope box) {
        return Sql.of(
                "(" + alias + ".min_lon <= ? and " + alias + ".max_lon >= ? and " + alias + ".min_lat <= ? and " + alias
                        + ".max_lat >= ?)",
                box.getMaxX(),
                box.getMinX(),
                box.getMaxY(),
                box.getMinY());
    }
}
