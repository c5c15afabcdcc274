package de.einsnull.health.core.metrics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;

/** All meters of all bundles. */
@Component(service = MeterRegistry.class)
public final class MeterRegistry {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");

    private final Map<String, Family> families = new TreeMap<>();

    private record Family(String kind, String help, Map<Labels, Meter> meters) {}

    /**
     * Adds a meter or finds the one that is there.
     *
     * @throws IllegalArgumentException if the name is no meter name or belongs to another kind of meter
     */
    synchronized Meter add(String name, String suffix, String help, Labels labels, Meter fresh) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a meter name (words with dots): " + name);
        }
        var full = "einsnull_" + name.replace('.', '_').replace('-', '_') + suffix;
        var family = families.computeIfAbsent(full, key -> new Family(fresh.kind(), help, new LinkedHashMap<>()));
        if (!family.kind().equals(fresh.kind())) {
            throw new IllegalArgumentException(name + " is a " + family.kind() + " already");
        }
        if (fresh instanceof GaugeMeter) {
            // The newest supplier counts: the one before may belong to a component that has stopped.
            family.meters().put(labels, fresh);
            return fresh;
        }
        var known = family.meters().putIfAbsent(labels, fresh);
        return known == null ? fresh : known;
    }

    /** Forgets a meter. */
    synchronized void remove(Meter meter) {
        families.values().forEach(family -> family.meters().values().removeIf(known -> known.equals(meter)));
        families.values().removeIf(family -> family.meters().isEmpty());
    }

    /** Writes all meters; suppliers of gauges are called without holding a lock. */
    void write(PrometheusText out) throws IOException {
        write(out, labels -> true);
    }

    /** Writes the meters whose labels are wanted. */
    void write(PrometheusText out, Predicate<Labels> wanted) throws IOException {
        for (var line : snapshot(wanted)) {
            line.write(out);
        }
    }

    private synchronized List<Snapshot> snapshot(Predicate<Labels> wanted) {
        var all = new ArrayList<Snapshot>();
        families.forEach((name, family) -> {
            var meters = new LinkedHashMap<>(family.meters());
            meters.keySet().removeIf(wanted.negate());
            if (!meters.isEmpty()) {
                all.add(new Snapshot(name, family, meters));
            }
        });
        return all;
    }

    private record Snapshot(String name, Family family, Map<Labels, Meter> meters) {

        void write(PrometheusText out) throws IOException {
            out.family(name, family.kind(), family.help());
            for (var meter : meters.entrySet()) {
                meter.getValue().write(out, name, meter.getKey());
            }
        }
    }
}
