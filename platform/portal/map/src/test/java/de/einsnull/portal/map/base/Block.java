package de.einsnull.portal.map.base;

/**
 * A piece of town between streets, in the regular plan: an interval of radii and one of angles.
 *
 * @param inner smallest radius, metres
 * @param outer largest radius, metres
 * @param from smallest angle, radians
 * @param to largest angle, radians
 */
record Block(double inner, double outer, double from, double to) {

    double middleRadius() {
        return (inner + outer) / 2;
    }

    double middleAngle() {
        return (from + to) / 2;
    }

    /** Extent along the ring, metres. */
    double width() {
        return (to - from) * middleRadius();
    }

    /** Extent along the radius, metres. */
    double depth() {
        return outer - inner;
    }

    /** The block without the half of the streets around it. */
    Block inset(double metres) {
        double turn = metres / Math.max(middleRadius(), 1);
        return new Block(inner + metres, outer - metres, from + turn, to - turn);
    }

    /**
     * A place in the block.
     *
     * @param u metres along the ring from the side with the smaller angle
     * @param v metres outwards from the inner side
     */
    Point at(double u, double v) {
        return Point.polar(inner + v, from + u / middleRadius());
    }

    boolean isDrawable() {
        return width() > 12 && depth() > 10;
    }
}
