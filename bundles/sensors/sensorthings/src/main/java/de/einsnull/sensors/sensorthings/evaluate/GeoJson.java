package de.einsnull.sensors.sensorthings.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Reads GeoJSON (RFC 7946): geometries, features and their collections. Heights are left out. */
public final class GeoJson {

    private static final int MOST_LEVELS = 5;

    private final GeometryFactory factory = new GeometryFactory();

    private GeoJson() {}

    /** Thrown within this class for what is no GeoJSON. */
    private static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /** Reads one part of a geometry. */
    private interface Part<T> {
        T read(JsonNode node) throws Wrong;
    }

    /**
     * Reads a place.
     *
     * @param json a geometry, a feature, or a collection of them
     * @return empty if it is no GeoJSON, has coordinates that are not finite numbers, or rings that do not close
     */
    public static Optional<Geometry> read(JsonNode json) {
        try {
            return Optional.of(new GeoJson().any(json, 0));
        } catch (Wrong | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Geometry any(JsonNode json, int level) throws Wrong {
        if (level > MOST_LEVELS) {
            throw new Wrong();
        }
        var coordinates = json.path("coordinates");
        return switch (json.path("type").asText()) {
            case "Point" -> factory.createPoint(coordinate(coordinates));
            case "MultiPoint" -> factory.createMultiPoint(
                    list(coordinates, this::point).toArray(Point[]::new));
            case "LineString" -> line(coordinates);
            case "MultiLineString" -> factory.createMultiLineString(
                    list(coordinates, this::line).toArray(LineString[]::new));
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> factory.createMultiPolygon(
                    list(coordinates, this::polygon).toArray(Polygon[]::new));
            case "GeometryCollection" -> collection(json.path("geometries"), level, Function.identity());
            case "Feature" -> any(json.path("geometry"), level + 1);
            case "FeatureCollection" -> collection(json.path("features"), level, f -> f.path("geometry"));
            default -> throw new Wrong();
        };
    }

    private Geometry collection(JsonNode json, int level, Function<JsonNode, JsonNode> part) throws Wrong {
        return factory.createGeometryCollection(
                list(json, node -> any(part.apply(node), level + 1)).toArray(Geometry[]::new));
    }

    private static <T> List<T> list(JsonNode json, Part<T> part) throws Wrong {
        if (!json.isArray()) {
            throw new Wrong();
        }
        var parts = new ArrayList<T>(json.size());
        for (var node : json) {
            parts.add(part.read(node));
        }
        return parts;
    }

    private Point point(JsonNode json) throws Wrong {
        return factory.createPoint(coordinate(json));
    }

    private LineString line(JsonNode json) throws Wrong {
        return factory.createLineString(list(json, GeoJson::coordinate).toArray(Coordinate[]::new));
    }

    private Polygon polygon(JsonNode json) throws Wrong {
        var rings = list(json, this::ring);
        if (rings.isEmpty()) {
            throw new Wrong();
        }
        return factory.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring(JsonNode json) throws Wrong {
        return factory.createLinearRing(list(json, GeoJson::coordinate).toArray(Coordinate[]::new));
    }

    private static Coordinate coordinate(JsonNode json) throws Wrong {
        if (!json.isArray()
                || json.size() < 2
                || !json.get(0).isNumber()
                || !json.get(1).isNumber()) {
            throw new Wrong();
        }
        double x = json.get(0).doubleValue();
        double y = json.get(1).doubleValue();
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new Wrong();
        }
        return new Coordinate(x, y);
    }
}
