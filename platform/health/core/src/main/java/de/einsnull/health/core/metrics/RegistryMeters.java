package de.einsnull.health.core.metrics;

import de.einsnull.health.api.ModuleMeters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Picks the meters of one bundle out of all. */
@Component
public final class RegistryMeters implements ModuleMeters {

    private final MeterRegistry registry;

    /** Reads from the registry. */
    @Activate
    public RegistryMeters(@Reference MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Map<String, Double> of(String module) {
        var text = new StringBuilder();
        try {
            registry.write(new PrometheusText(text), labels -> labels.has("module", module));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var meters = new TreeMap<String, Double>();
        text.toString()
                .lines()
                .filter(line -> !line.startsWith("#") && !line.contains("_bucket{"))
                .forEach(line -> meters.put(line.substring(0, line.lastIndexOf(' ')), value(line)));
        return meters;
    }

    private static double value(String line) {
        var text = line.substring(line.lastIndexOf(' ') + 1);
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
