package de.einsnull.portal.map.base;

/**
 * Smooth noise on the plane: the same on every machine, because it is made of integer hashes of the lattice points
 * around a place and nothing else.
 */
final class Noise {

    private final long seed;

    Noise(long seed) {
        this.seed = seed;
    }

    /** A number from -1 to 1 that changes smoothly over distances of about {@code wavelength} metres. */
    double at(Point point, double wavelength) {
        double x = point.x() / wavelength;
        double y = point.y() / wavelength;
        long x0 = (long) StrictMath.floor(x);
        long y0 = (long) StrictMath.floor(y);
        double tx = smooth(x - x0);
        double ty = smooth(y - y0);
        double south = mix(lattice(x0, y0), lattice(x0 + 1, y0), tx);
        double north = mix(lattice(x0, y0 + 1), lattice(x0 + 1, y0 + 1), tx);
        return mix(south, north, ty);
    }

    /** A number from 0 (inclusive) to 1 (exclusive) that belongs to a pair of numbers. */
    double unit(long a, long b) {
        return (hash(a, b) >>> 11) * 0x1.0p-53;
    }

    private double lattice(long x, long y) {
        return 2 * unit(x, y) - 1;
    }

    private long hash(long a, long b) {
        long h = seed + a * 0x9E3779B97F4A7C15L + b * 0xC2B2AE3D27D4EB4FL;
        h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
        return h ^ (h >>> 31);
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
