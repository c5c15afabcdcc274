package de.einsnull.portal.map.base;

import de.einsnull.portal.map.base.Shape.Kind;
import java.util.ArrayList;
import java.util.List;

/** Paved areas where the demo's parking sensors lie. */
final class CarParks {

    private CarParks() {}

    static List<Shape> shapes() {
        return List.of(
                area(-150, 366, 82, 22, 17),
                area(-398, 316, 70, 34, 17),
                area(128, 104, 56, 20, 28),
                area(345, -392, 56, 20, -8),
                area(560, -424, 80, 34, -32),
                area(150, -196, 62, 40, 12));
    }

    static boolean contain(Point point) {
        return shapes().stream().anyMatch(area -> Lines.contains(area.points(), point));
    }

    private static Shape area(double x, double y, double width, double depth, double degrees) {
        double c = StrictMath.cos(StrictMath.toRadians(degrees));
        double s = StrictMath.sin(StrictMath.toRadians(degrees));
        var corners = new ArrayList<Point>();
        for (int[] sign : new int[][] {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}) {
            double u = sign[0] * width / 2;
            double v = sign[1] * depth / 2;
            corners.add(new Point(x + u * c - v * s, y + u * s + v * c));
        }
        return Shape.area(Kind.PARKING, corners);
    }
}
