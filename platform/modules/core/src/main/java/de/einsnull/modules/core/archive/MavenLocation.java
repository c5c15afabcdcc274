package de.einsnull.modules.core.archive;

import java.util.Optional;

/** Where a {@code mvn:group/artifact/version[/type[/classifier]]} lies below the root of a Maven repository. */
public final class MavenLocation {

    private static final String SCHEME = "mvn:";

    private MavenLocation() {}

    /**
     * Path below a repository.
     *
     * @param location address of a bundle
     * @return empty if it is no such address
     */
    public static Optional<String> path(String location) {
        if (!location.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String[] parts = location.substring(location.lastIndexOf('!') + 1)
                .replaceFirst("^" + SCHEME, "")
                .split("/");
        if (parts.length < 3 || location.contains("..")) {
            return Optional.empty();
        }
        String type = parts.length > 3 ? parts[3] : "jar";
        String classifier = parts.length > 4 ? "-" + parts[4] : "";
        return Optional.of(parts[0].replace('.', '/') + "/" + parts[1] + "/" + parts[2] + "/" + parts[1] + "-"
                + parts[2] + classifier + "." + type);
    }
}
