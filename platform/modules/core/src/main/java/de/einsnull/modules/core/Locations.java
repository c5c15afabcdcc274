package de.einsnull.modules.core;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/**
 * Where things lie, by properties of the framework or the system.
 *
 * @param data state, history and archives
 * @param trust certificates that the city trusts
 * @param deploy the watched folder
 * @param system Maven repositories of the distribution
 */
record Locations(Path data, Path trust, Path deploy, List<Path> system) {

    static Locations of(BundleContext context) {
        Path data = path(context, "karaf.data").orElse(Path.of("data"));
        Path home = path(context, "karaf.home").orElse(Path.of("."));
        Path etc = path(context, "karaf.etc").orElse(home.resolve("etc"));
        return new Locations(
                data.resolve("modules"),
                path(context, "einsnull.trust").orElse(etc.resolve("trust")),
                path(context, "einsnull.deploy").orElse(data.resolve("deploy")),
                List.of(home.resolve("system")));
    }

    private static Optional<Path> path(BundleContext context, String property) {
        return Optional.ofNullable(context.getProperty(property))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
