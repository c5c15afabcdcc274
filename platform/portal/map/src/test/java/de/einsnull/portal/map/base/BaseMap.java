package de.einsnull.portal.map.base;

import de.einsnull.portal.map.base.Shape.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The bundled base map: a synthetic town in the place of Oelde, made anew from a fixed seed, so that the demo needs no map
 * server and no foreign data. Two runs give the same map on every machine.
 */
final class BaseMap {

    /** Longitude of the market square, degrees. */
    static final double LONGITUDE = 8.1436;

    /** Latitude of the market square, degrees. */
    static final double LATITUDE = 51.8246;

    private static final long SEED = 59_302;

    private BaseMap() {}

    /**
     * Draws the map.
     *
     * @return a TopoJSON topology; every geometry has the properties {@code kind} and {@code name}
     */
    static String topoJson() {
        return new TopoJsonWriter(LONGITUDE, LATITUDE).write(shapes());
    }

    static List<Shape> shapes() {
        var noise = new Noise(SEED);
        var plan = new TownPlan(noise);
        var shapes = new ArrayList<Shape>(new Countryside(noise).shapes());
        shapes.add(Shape.area(Kind.TOWN, townEdge(plan)));
        shapes.addAll(new Town(plan, noise, new SplittableRandom(SEED)).shapes());
        addPark(shapes, plan);
        shapes.add(Shape.area(Kind.PLAZA, plan.market()));
        shapes.addAll(CarParks.shapes());
        shapes.add(Shape.line(Kind.STREAM, "Axtbach", plan.stream()));
        shapes.add(Shape.line(Kind.RAIL, "", plan.railway()));
        shapes.add(Shape.line(Kind.MOTORWAY, "A 2", plan.motorway()));
        shapes.addAll(plan.landmarks());
        shapes.addAll(plan.places());
        return shapes;
    }

    private static List<Point> townEdge(TownPlan plan) {
        var edge = new ArrayList<Point>();
        for (int degrees = 0; degrees < 360; degrees += 4) {
            double angle = StrictMath.toRadians(degrees);
            edge.add(plan.bend(Point.polar(plan.edge(angle) + 15, angle)));
        }
        return edge;
    }

    private static void addPark(List<Shape> shapes, TownPlan plan) {
        shapes.add(Shape.area(Kind.GREEN, plan.park()));
        shapes.add(Shape.area(Kind.WATER, plan.lake()));
        shapes.add(Shape.line(Kind.PATH, "", closed(plan.blob(new Point(470, -560), 135, 72, 0.14, 32))));
        shapes.add(Shape.line(Kind.PATH, "", closed(plan.blob(new Point(455, -525), 225, 135, 0.12, 31))));
    }

    private static List<Point> closed(List<Point> outline) {
        var line = new ArrayList<>(outline);
        line.add(outline.get(0));
        return line;
    }
}
