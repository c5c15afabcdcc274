package de.einsnull.modules.core.archive;

/**
 * What an archive may cost.
 *
 * @param archiveInBytes size of the file
 * @param inflatedInBytes size of everything in it, archives within it included
 * @param entries number of files in it, archives within it included
 * @param ratio how often larger a file may become, once it is larger than a megabyte
 * @param nesting how many archives may lie within each other
 */
public record Limits(long archiveInBytes, long inflatedInBytes, int entries, int ratio, int nesting) {

    /** What a generous module needs. */
    public static final Limits DEFAULT = new Limits(100L << 20, 500L << 20, 20_000, 200, 3);
}
