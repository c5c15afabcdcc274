package de.einsnull.sensors.api;

/**
 * A place on the globe, WGS 84.
 *
 * @param longitude degrees, -180 to 180
 * @param latitude degrees, -90 to 90
 */
public record Position(double longitude, double latitude) {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if it is not on the globe
     */
    public Position {
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("Not a position: " + longitude + ", " + latitude);
        }
    }
}
