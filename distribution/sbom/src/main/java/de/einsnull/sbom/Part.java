package de.einsnull.sbom;

import java.util.List;

/**
 * One thing in the archive.
 *
 * @param purl package URL
 * @param group Maven group, or scope of an npm package; may be empty
 * @param name Maven artifact, or name of an npm package
 * @param version version, may be empty
 * @param licence as its publisher states it, may be empty
 * @param sha256 in hexadecimal digits, empty for packages that are not one file
 * @param location path in the archive; {@code !/} leads into a jar
 * @param parts what is in it
 */
record Part(
        String purl,
        String group,
        String name,
        String version,
        String licence,
        String sha256,
        String location,
        List<Part> parts) {}
