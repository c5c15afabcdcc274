package de.einsnull.sbom;

/**
 * Maven coordinates.
 *
 * @param group group id
 * @param name artifact id
 * @param version version
 */
record Origin(String group, String name, String version) {

    String purl() {
        return "pkg:maven/" + group + "/" + name + "@" + version + "?type=jar";
    }

    String folder() {
        return group.replace('.', '/') + "/" + name + "/" + version;
    }
}
