package de.einsnull.sensors.simulator.city;

/**
 * Chance that can be asked again: the same question gets the same answer on every machine and in every run, because it is
 * a hash of what is asked and of a fixed seed.
 */
public final class Chance {

    private static final long SEED = 59_302;

    private Chance() {}

    /**
     * A number for a pair of numbers.
     *
     * @param who for example a device
     * @param when for example a slot of time
     * @return 0 (inclusive) to 1 (exclusive)
     */
    public static double unit(long who, long when) {
        long h = SEED + who * 0x9E3779B97F4A7C15L + when * 0xC2B2AE3D27D4EB4FL;
        h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
        return ((h ^ (h >>> 31)) >>> 11) * 0x1.0p-53;
    }

    /**
     * A number that changes smoothly over time.
     *
     * @param who for example a device
     * @param seconds point in time
     * @param wavelength seconds between two turns
     * @return -1 to 1
     */
    public static double wave(long who, long seconds, long wavelength) {
        long slot = Math.floorDiv(seconds, wavelength);
        double share = (double) Math.floorMod(seconds, wavelength) / wavelength;
        double smooth = share * share * (3 - 2 * share);
        return 2 * (unit(who, slot) + (unit(who, slot + 1) - unit(who, slot)) * smooth) - 1;
    }
}
