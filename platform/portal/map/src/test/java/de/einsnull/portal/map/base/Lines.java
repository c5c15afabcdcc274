package de.einsnull.portal.map.base;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Geometry of lines in the plane. */
final class Lines {

    private Lines() {}

    /** A smooth curve through the points (Catmull-Rom), with {@code steps} pieces between two of them. */
    static List<Point> curve(List<Point> through, int steps) {
        var curve = new ArrayList<Point>();
        int last = through.size() - 1;
        for (int i = 0; i < last; i++) {
            for (int step = 0; step < steps; step++) {
                curve.add(between(
                        through.get(Math.max(0, i - 1)),
                        through.get(i),
                        through.get(i + 1),
                        through.get(Math.min(last, i + 2)),
                        (double) step / steps));
            }
        }
        curve.add(through.get(last));
        return curve;
    }

    /** Distance from a point to the nearest place of a line, in metres. */
    static double distance(Point point, List<Point> line) {
        double nearest = Double.MAX_VALUE;
        for (int i = 1; i < line.size(); i++) {
            nearest = Math.min(nearest, toSegment(point, line.get(i - 1), line.get(i)));
        }
        return nearest;
    }

    /** The pieces of a line whose points are all wanted; pieces of a single point are dropped. */
    static List<List<Point>> keep(List<Point> line, Predicate<Point> wanted) {
        var pieces = new ArrayList<List<Point>>();
        var piece = new ArrayList<Point>();
        for (var point : line) {
            if (wanted.test(point)) {
                piece.add(point);
            } else {
                addPiece(pieces, piece);
                piece = new ArrayList<>();
            }
        }
        addPiece(pieces, piece);
        return pieces;
    }

    /** Whether a point lies within an outline (even-odd rule). */
    static boolean contains(List<Point> outline, Point point) {
        boolean inside = false;
        for (int i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
            var a = outline.get(i);
            var b = outline.get(j);
            if ((a.y() > point.y()) != (b.y() > point.y())
                    && point.x() < (b.x() - a.x()) * (point.y() - a.y()) / (b.y() - a.y()) + a.x()) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static void addPiece(List<List<Point>> pieces, List<Point> piece) {
        if (piece.size() > 1) {
            pieces.add(piece);
        }
    }

    private static Point between(Point before, Point from, Point to, Point after, double t) {
        return new Point(
                catmullRom(before.x(), from.x(), to.x(), after.x(), t),
                catmullRom(before.y(), from.y(), to.y(), after.y(), t));
    }

    private static double catmullRom(double a, double b, double c, double d, double t) {
        double linear = c - a;
        double square = 2 * a - 5 * b + 4 * c - d;
        double cube = 3 * (b - c) + d - a;
        return 0.5 * (2 * b + t * (linear + t * (square + t * cube)));
    }

    private static double toSegment(Point point, Point from, Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = dx * dx + dy * dy;
        double share = length == 0 ? 0 : ((point.x() - from.x()) * dx + (point.y() - from.y()) * dy) / length;
        share = Math.max(0, Math.min(1, share));
        return point.distanceTo(from.plus(share * dx, share * dy));
    }
}
