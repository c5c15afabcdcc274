package de.einsnull.portal.map.base;

import java.util.List;

/**
 * Something on the base map.
 *
 * @param kind what it is; the style of the map draws by it
 * @param form how the points are to be read
 * @param name what is written there, empty for nothing
 * @param points the outline without repeating its first point, the line, or the single point
 */
record Shape(Kind kind, Form form, String name, List<Point> points) {

    /** How points are read. */
    enum Form {
        AREA,
        LINE,
        POINT
    }

    /** What is drawn, from the ground up. */
    enum Kind {
        MEADOW,
        FOREST,
        TOWN,
        BLOCK,
        WORKS,
        GREEN,
        PLAZA,
        PARKING,
        WATER,
        STREAM,
        PATH,
        STREET,
        RING,
        ROAD,
        MOTORWAY,
        RAIL,
        BUILDING,
        LANDMARK,
        PLACE,
        TOWN_NAME
    }

    Shape {
        points = List.copyOf(points);
    }

    static Shape area(Kind kind, List<Point> points) {
        return new Shape(kind, Form.AREA, "", points);
    }

    static Shape line(Kind kind, String name, List<Point> points) {
        return new Shape(kind, Form.LINE, name, points);
    }

    static Shape place(Kind kind, String name, Point point) {
        return new Shape(kind, Form.POINT, name, List.of(point));
    }
}
