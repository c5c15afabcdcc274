package de.einsnull.portal.map.base;

import de.einsnull.portal.map.base.Shape.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes shapes as TopoJSON (whole numbers, each point as the step from the one before): half the size of GeoJSON. All
 * shapes of one kind and name are one geometry; arcs are not shared.
 */
final class TopoJsonWriter {

    private static final double METRES_PER_DEGREE = 111_260;
    private static final double STEPS_PER_DEGREE = 1e6;

    private final StringBuilder arcs = new StringBuilder(300_000);
    private final StringBuilder geometries = new StringBuilder(60_000);
    private final double metresPerLongitude;
    private final double longitude;
    private final double latitude;
    private int arcCount;

    TopoJsonWriter(double longitude, double latitude) {
        this.longitude = longitude;
        this.latitude = latitude;
        this.metresPerLongitude = METRES_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(latitude));
    }

    String write(List<Shape> shapes) {
        for (var group : grouped(shapes).values()) {
            geometries.append(geometries.isEmpty() ? "" : ",\n");
            geometry(group);
        }
        return "{\"type\":\"Topology\",\"transform\":{\"scale\":[0.000001,0.000001],\"translate\":[" + longitude + ","
                + latitude + "]},\"objects\":{\"base\":{\"type\":\"GeometryCollection\",\"geometries\":[\n" + geometries
                + "]}},\n\"arcs\":[" + arcs + "]}\n";
    }

    private static Map<String, List<Shape>> grouped(List<Shape> shapes) {
        var groups = new LinkedHashMap<String, List<Shape>>();
        for (var shape : shapes) {
            groups.computeIfAbsent(shape.kind() + "/" + shape.name(), key -> new ArrayList<>())
                    .add(shape);
        }
        return groups;
    }

    private void geometry(List<Shape> group) {
        var sample = group.get(0);
        geometries
                .append("{\"type\":\"")
                .append(type(sample.form()))
                .append("\",\"properties\":{\"kind\":\"")
                .append(sample.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .append("\",\"name\":\"")
                .append(sample.name())
                .append(sample.form() == Form.POINT ? "\"},\"coordinates\":[" : "\"},\"arcs\":[");
        for (int i = 0; i < group.size(); i++) {
            geometries.append(i > 0 ? "," : "").append(reference(group.get(i)));
        }
        geometries.append("]}");
    }

    private static String type(Form form) {
        return switch (form) {
            case AREA -> "MultiPolygon";
            case LINE -> "MultiLineString";
            case POINT -> "MultiPoint";
        };
    }

    private String reference(Shape shape) {
        if (shape.form() == Form.POINT) {
            var point = shape.points().get(0);
            return "[" + x(point, 1) + "," + y(point, 1) + "]";
        }
        arc(shape);
        return shape.form() == Form.AREA ? "[[" + arcCount++ + "]]" : "[" + arcCount++ + "]";
    }

    private void arc(Shape shape) {
        var points = new ArrayList<>(shape.points());
        if (shape.form() == Form.AREA) {
            points.add(points.get(0));
        }
        long grid = grid(shape);
        long beforeX = 0;
        long beforeY = 0;
        arcs.append(arcCount > 0 ? ",\n[" : "[");
        for (int i = 0; i < points.size(); i++) {
            long x = x(points.get(i), grid);
            long y = y(points.get(i), grid);
            arcs.append(i > 0 ? ",[" : "[")
                    .append(x - beforeX)
                    .append(',')
                    .append(y - beforeY)
                    .append(']');
            beforeX = x;
            beforeY = y;
        }
        arcs.append(']');
    }

    /** Houses need a few decimetres to keep their right angles; a metre is enough for all else. */
    private static long grid(Shape shape) {
        return switch (shape.kind()) {
            case BUILDING, LANDMARK, PARKING, PLAZA -> 3;
            default -> 10;
        };
    }

    private long x(Point point, long grid) {
        return StrictMath.round(point.x() / metresPerLongitude * STEPS_PER_DEGREE / grid) * grid;
    }

    private long y(Point point, long grid) {
        return StrictMath.round(point.y() / METRES_PER_DEGREE * STEPS_PER_DEGREE / grid) * grid;
    }
}
