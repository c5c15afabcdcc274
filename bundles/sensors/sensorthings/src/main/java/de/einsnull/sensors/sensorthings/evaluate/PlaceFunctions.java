package de.einsnull.sensors.sensorthings.evaluate;

import de.einsnull.sensors.sensorthings.query.Function;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;

/** Functions of places. Where the shape of one is so broken that nothing can be said, the answer is null. */
final class PlaceFunctions {

    private PlaceFunctions() {}

    static Object of(Function function, List<Object> arguments) {
        var a = (Geometry) arguments.get(0);
        if (function == Function.GEO_LENGTH) {
            return a == null ? null : (Object) length(a);
        }
        var b = (Geometry) arguments.get(1);
        if (a == null || b == null) {
            return null;
        }
        try {
            return switch (function) {
                case GEO_DISTANCE -> a.isEmpty() || b.isEmpty() ? null : (Object) a.distance(b);
                case ST_RELATE -> RelateNG.relate(a, b, (String) arguments.get(2));
                default -> related(function, a, b);
            };
        } catch (TopologyException | IllegalArgumentException e) {
            return null;
        }
    }

    private static double length(Geometry place) {
        double sum = 0;
        for (int i = 0; i < place.getNumGeometries(); i++) {
            var part = place.getGeometryN(i);
            boolean nested = part.getNumGeometries() > 1;
            sum += nested ? length(part) : part instanceof Lineal ? part.getLength() : 0;
        }
        return sum;
    }

    private static Boolean related(Function function, Geometry a, Geometry b) {
        return RelateNG.relate(
                a,
                b,
                switch (function) {
                    case GEO_INTERSECTS, ST_INTERSECTS -> RelatePredicate.intersects();
                    case ST_EQUALS -> RelatePredicate.equalsTopo();
                    case ST_DISJOINT -> RelatePredicate.disjoint();
                    case ST_TOUCHES -> RelatePredicate.touches();
                    case ST_WITHIN -> RelatePredicate.within();
                    case ST_OVERLAPS -> RelatePredicate.overlaps();
                    case ST_CROSSES -> RelatePredicate.crosses();
                    case ST_CONTAINS -> RelatePredicate.contains();
                    default -> throw new IllegalArgumentException(function.text());
                });
    }
}
