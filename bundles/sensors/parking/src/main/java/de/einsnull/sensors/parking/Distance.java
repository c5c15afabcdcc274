package de.einsnull.sensors.parking;

import de.einsnull.sensors.api.Position;

/** Distances on the globe. */
final class Distance {

    /** Mean radius of the earth, metres (IUGG). */
    private static final double RADIUS = 6_371_008.8;

    private Distance() {}

    /** Great-circle distance by the haversine formula, metres. */
    static double metres(Position a, Position b) {
        double north = Math.toRadians(b.latitude() - a.latitude()) / 2;
        double east = Math.toRadians(b.longitude() - a.longitude()) / 2;
        double h = Math.pow(Math.sin(north), 2)
                + Math.cos(Math.toRadians(a.latitude()))
                        * Math.cos(Math.toRadians(b.latitude()))
                        * Math.pow(Math.sin(east), 2);
        return 2 * RADIUS * Math.asin(Math.sqrt(h));
    }
}
