package de.einsnull.sensors.driver.kit.mapping;

import de.einsnull.sensors.api.Position;
import java.util.Locale;
import java.util.Optional;

/** Coordinates in which German geodata is published. */
public enum Grid {
    /** Longitude and latitude in degrees. */
    WGS84(0),
    /** ETRS89 / UTM zone 32, EPSG:25832, east and north in metres: most of Germany. */
    UTM32(9),
    /** ETRS89 / UTM zone 33, EPSG:25833: the east of Germany. */
    UTM33(15);

    private static final double AXIS = 6_378_137.0;
    private static final double FLATTENING = 1 / 298.257222101;
    private static final double SCALE = 0.9996;
    private static final double FALSE_EAST = 500_000;

    private final double meridian;

    Grid(double meridian) {
        this.meridian = meridian;
    }

    /**
     * Reads a name of the settings.
     *
     * @param name {@code wgs84}, {@code utm32} or {@code utm33}
     * @return the grid
     * @throws IllegalArgumentException for another name
     */
    public static Grid of(String name) {
        return valueOf(name.strip().toUpperCase(Locale.ROOT));
    }

    /**
     * Converts.
     *
     * @param east longitude in degrees or east in metres
     * @param north latitude in degrees or north in metres
     * @return the position in degrees (WGS 84, which agrees with ETRS89 within a metre); empty if it is not on earth
     */
    public Optional<Position> position(double east, double north) {
        double[] degrees = this == WGS84 ? new double[] {east, north} : inverse(east, north);
        boolean there = Math.abs(degrees[0]) <= 180 && Math.abs(degrees[1]) <= 90;
        return there && (east != 0 || north != 0)
                ? Optional.of(new Position(degrees[0], degrees[1]))
                : Optional.empty();
    }

    /** Krüger's series to the third order, exact to less than a millimetre within a zone. */
    private double[] inverse(double east, double north) {
        double n = FLATTENING / (2 - FLATTENING);
        double radius = AXIS / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64);
        double xi = north / (SCALE * radius);
        double eta = (east - FALSE_EAST) / (SCALE * radius);
        double[] beta = {n / 2 - 2 * n * n / 3 + 37 * n * n * n / 96, n * n / 48 + n * n * n / 15, 17 * n * n * n / 480
        };
        double xi0 = xi;
        double eta0 = eta;
        for (int j = 1; j <= beta.length; j++) {
            xi0 -= beta[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
            eta0 -= beta[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
        }
        double chi = Math.asin(Math.sin(xi0) / Math.cosh(eta0));
        double latitude = chi
                + (2 * n - 2 * n * n / 3 - 2 * n * n * n) * Math.sin(2 * chi)
                + (7 * n * n / 3 - 8 * n * n * n / 5) * Math.sin(4 * chi)
                + 56 * n * n * n / 15 * Math.sin(6 * chi);
        double longitude = Math.atan2(Math.sinh(eta0), Math.cos(xi0));
        return new double[] {meridian + Math.toDegrees(longitude), Math.toDegrees(latitude)};
    }
}
