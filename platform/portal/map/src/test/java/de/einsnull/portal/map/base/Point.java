package de.einsnull.portal.map.base;

/** Metres east and north of the market square. */
record Point(double x, double y) {

    static Point polar(double radius, double angle) {
        return new Point(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
    }

    Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    double radius() {
        return StrictMath.hypot(x, y);
    }

    double angle() {
        return StrictMath.atan2(y, x);
    }

    double distanceTo(Point other) {
        return StrictMath.hypot(x - other.x, y - other.y);
    }
}
