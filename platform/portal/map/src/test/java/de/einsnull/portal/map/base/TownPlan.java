package de.einsnull.portal.map.base;

import de.einsnull.portal.map.base.Shape.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * What is drawn by hand: where the roads, the railway, the stream and the public places of Oelde lie, roughly. Everything
 * between them is invented.
 */
final class TownPlan {

    /** Radius of the street around the old town, metres. */
    static final double WALL = 250;

    /** Radius of the outer ring street, metres. */
    static final double RING = 620;

    /** Radius of the market square, metres. */
    static final double MARKET = 40;

    private static final int STEPS = 12;

    private final Noise noise;
    private final List<Radial> radials = List.of(
            new Radial(8, "Oststraße"),
            new Radial(66, "Nordstraße"),
            new Radial(119, "Bahnhofstraße"),
            new Radial(171, "Weststraße"),
            new Radial(226, "Mühlenstraße"),
            new Radial(281, "Südstraße"),
            new Radial(326, "Parkstraße"));

    TownPlan(Noise noise) {
        this.noise = noise;
    }

    /**
     * A road that leads out of town.
     *
     * @param degrees direction, counted from east to north
     * @param name its name
     */
    record Radial(double degrees, String name) {
        double angle() {
            return StrictMath.toRadians(degrees);
        }
    }

    List<Radial> radials() {
        return radials;
    }

    /** Bends the regular plan the way centuries bend a town. */
    Point bend(Point point) {
        double calm = Math.min(1, point.radius() / 150);
        double sway = Math.min(115, 22 + point.radius() * 0.16);
        var other = point.plus(9_000, 4_000);
        double dx = sway * noise.at(point, 560) + 16 * noise.at(point, 210) + 3 * noise.at(point, 80);
        double dy = sway * noise.at(other, 560) + 16 * noise.at(other, 210) + 3 * noise.at(other, 80);
        return new Point(point.x() * 1.1 + calm * dx, point.y() * 0.93 + calm * dy);
    }

    /** Where the built-up area ends in a direction, in metres from the market square, before bending. */
    double edge(double angle) {
        var onCircle = Point.polar(1_000, angle);
        return 1_080 + 300 * noise.at(onCircle, 520) + 90 * noise.at(onCircle, 170);
    }

    List<Point> railway() {
        return Lines.curve(
                List.of(
                        new Point(-5_600, -1_480),
                        new Point(-3_000, -430),
                        new Point(-1_200, 128),
                        new Point(-227, 415),
                        new Point(900, 735),
                        new Point(2_400, 1_250),
                        new Point(5_600, 2_300)),
                STEPS);
    }

    List<Point> motorway() {
        return Lines.curve(
                List.of(
                        new Point(-5_600, -3_900),
                        new Point(-2_600, -3_020),
                        new Point(0, -2_380),
                        new Point(2_400, -1_760),
                        new Point(5_600, -900)),
                STEPS);
    }

    List<Point> stream() {
        return Lines.curve(
                List.of(
                        new Point(5_600, -2_300),
                        new Point(3_200, -1_150),
                        new Point(1_700, -980),
                        new Point(980, -700),
                        new Point(640, -600),
                        new Point(330, -440),
                        new Point(40, -345),
                        new Point(-330, -330),
                        new Point(-800, -300),
                        new Point(-1_500, -420),
                        new Point(-2_700, -900),
                        new Point(-5_600, -2_200)),
                STEPS);
    }

    /** The Vier-Jahreszeiten-Park. */
    List<Point> park() {
        return blob(new Point(455, -525), 265, 165, 0.12, 31);
    }

    /** The lake in the park. */
    List<Point> lake() {
        return blob(new Point(470, -560), 105, 46, 0.16, 32);
    }

    List<Point> market() {
        return blob(new Point(0, 0), MARKET - 4, MARKET - 6, 0.05, 33);
    }

    /** Names that everybody in Oelde knows. */
    List<Shape> places() {
        return List.of(
                Shape.place(Kind.TOWN_NAME, "Oelde", new Point(0, 0)),
                Shape.place(Kind.PLACE, "Marktplatz", new Point(0, 0)),
                Shape.place(Kind.PLACE, "Rathaus", new Point(92, 62)),
                Shape.place(Kind.PLACE, "Bahnhof", new Point(-232, 400)),
                Shape.place(Kind.PLACE, "Vier-Jahreszeiten-Park", new Point(420, -470)));
    }

    /** The big houses: town hall, station, church. */
    List<Shape> landmarks() {
        return List.of(
                landmark(new Point(92, 62), 46, 20, 28),
                landmark(new Point(-232, 388), 70, 13, 17),
                landmark(new Point(-52, 34), 34, 14, 4),
                landmark(new Point(-70, 33), 10, 10, 4));
    }

    /** A closed, slightly irregular round shape. */
    List<Point> blob(Point centre, double halfWidth, double halfHeight, double unrest, long salt) {
        var outline = new ArrayList<Point>();
        int corners = 36;
        for (int i = 0; i < corners; i++) {
            double angle = 2 * StrictMath.PI * i / corners;
            var probe = Point.polar(300, angle).plus(salt * 5_000, 0);
            double factor = 1 + unrest * 2 * noise.at(probe, 190);
            outline.add(centre.plus(
                    factor * halfWidth * StrictMath.cos(angle), factor * halfHeight * StrictMath.sin(angle)));
        }
        return outline;
    }

    private static Shape landmark(Point centre, double width, double depth, double degrees) {
        double c = StrictMath.cos(StrictMath.toRadians(degrees));
        double s = StrictMath.sin(StrictMath.toRadians(degrees));
        var corners = new ArrayList<Point>();
        for (int[] sign : new int[][] {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}) {
            double u = sign[0] * width / 2;
            double v = sign[1] * depth / 2;
            corners.add(centre.plus(u * c - v * s, u * s + v * c));
        }
        return Shape.area(Kind.LANDMARK, corners);
    }
}
