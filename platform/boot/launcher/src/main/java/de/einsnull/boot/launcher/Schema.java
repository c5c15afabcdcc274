package de.einsnull.boot.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The descriptions of all settings, which travel in the platform's bundles as metatype. */
final class Schema {

    private static final String OURS = "de/einsnull";
    private static final String FOLDER = "OSGI-INF/metatype/";

    /**
     * One setting.
     *
     * @param kind of its value, or of each one in a list
     * @param list whether it takes several values
     * @param options the only values it may have, empty for any
     * @param min least value
     * @param max greatest value
     * @param needed whether it has no default
     */
    record Attribute(
            Kind kind,
            boolean list,
            List<String> options,
            Optional<Double> min,
            Optional<Double> max,
            boolean needed) {}

    private final Map<String, Map<String, Attribute>> byPid = new HashMap<>();

    private Schema() {}

    /**
     * Reads the bundles of ours in a Maven repository.
     *
     * @param repository folder {@code system} of the distribution
     */
    static Schema of(Path repository) throws IOException {
        var schema = new Schema();
        var bundles = repository.resolve(OURS);
        if (Files.isDirectory(bundles)) {
            try (Stream<Path> files = Files.walk(bundles)) {
                for (var jar :
                        files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                    schema.add(jar);
                }
            }
        }
        return schema;
    }

    private void add(Path jar) throws IOException {
        try (var bundle = new JarFile(jar.toFile(), false)) {
            for (var entry : bundle.stream().toList()) {
                if (entry.getName().startsWith(FOLDER) && entry.getName().endsWith(".xml")) {
                    try (var xml = bundle.getInputStream(entry)) {
                        byPid.putAll(MetatypeReader.read(xml));
                    }
                }
            }
        }
    }

    /** The settings of a PID by their names, empty if nobody has described it. */
    Optional<Map<String, Attribute>> of(String pid) {
        return Optional.ofNullable(byPid.get(pid));
    }
}
