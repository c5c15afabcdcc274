package de.einsnull.boot.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.utils.properties.InterpolationHelper;
import org.apache.felix.utils.properties.Properties;

/** What {@code ${name}} means in a settings file: system.properties, and what the command line puts above it. */
final class SystemSettings {

    private static final String FILE = "system.properties";

    private final Map<String, String> values;

    private SystemSettings(Map<String, String> values) {
        this.values = values;
    }

    static SystemSettings read(Path etc) throws IOException, BadSetting {
        var file = etc.resolve(FILE);
        var values = new HashMap<String, String>();
        if (Files.exists(file)) {
            values.putAll(load(file));
        }
        System.getProperties().stringPropertyNames().forEach(name -> values.put(name, System.getProperty(name)));
        InterpolationHelper.performSubstitution(values);
        var settings = new SystemSettings(values);
        settings.requirePort(file);
        return settings;
    }

    private static Map<String, String> load(Path file) throws IOException, BadSetting {
        SettingsFile.requireLegible(file);
        var properties = new Properties(false);
        properties.load(file.toFile());
        return properties;
    }

    /** The only setting that has no description of its own, because Jetty's does not check it. */
    private void requirePort(Path file) throws BadSetting {
        var name = "einsnull.http.port";
        var wrong = get(name).flatMap(value -> Kind.INTEGER.objection(value, Optional.of(1.0), Optional.of(65_535.0)));
        if (wrong.isPresent()) {
            throw new BadSetting(file, SettingsFile.line(file, name), name + " " + wrong.get());
        }
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Directory of the secrets. */
    Path secrets() {
        return Path.of(get("einsnull.secrets").orElseGet(() -> get("karaf.data").orElse("data") + "/secrets"));
    }
}
