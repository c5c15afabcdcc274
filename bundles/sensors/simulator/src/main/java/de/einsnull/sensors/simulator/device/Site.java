package de.einsnull.sensors.simulator.device;

import de.einsnull.sensors.api.Position;

/**
 * A place in metres east and north of the market square, as on the bundled base map.
 *
 * @param x metres east
 * @param y metres north
 */
record Site(double x, double y) {

    private static final double LONGITUDE = 8.1436;
    private static final double LATITUDE = 51.8246;
    private static final double METRES_PER_DEGREE = 111_260;

    Position position() {
        double metresPerLongitude = METRES_PER_DEGREE * Math.cos(Math.toRadians(LATITUDE));
        return new Position(rounded(LONGITUDE + x / metresPerLongitude), rounded(LATITUDE + y / METRES_PER_DEGREE));
    }

    /** A place beside this one, in a frame that is turned. */
    Site beside(double along, double across, double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new Site(x + along * c - across * s, y + along * s + across * c);
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
