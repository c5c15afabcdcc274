package de.einsnull.health.core.metrics;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/** How many bundles and components are in which state. */
record OsgiMeters(BundleContext context, ServiceComponentRuntime runtime) {

    private static final Map<Integer, String> BUNDLE_STATES = Map.of(
            Bundle.INSTALLED, "installed",
            Bundle.RESOLVED, "resolved",
            Bundle.STARTING, "starting",
            Bundle.STOPPING, "stopping",
            Bundle.ACTIVE, "active");
    private static final Map<Integer, String> COMPONENT_STATES = Map.of(
            ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION, "unconfigured",
            ComponentConfigurationDTO.UNSATISFIED_REFERENCE, "unsatisfied",
            ComponentConfigurationDTO.SATISFIED, "satisfied",
            ComponentConfigurationDTO.ACTIVE, "active",
            ComponentConfigurationDTO.FAILED_ACTIVATION, "failed");

    void write(PrometheusText out) throws IOException {
        var bundles = Arrays.stream(context.getBundles())
                .collect(Collectors.groupingBy(
                        bundle -> BUNDLE_STATES.getOrDefault(bundle.getState(), "uninstalled"),
                        TreeMap::new,
                        Collectors.counting()));
        states(out, "einsnull_bundles", "Bundles by state", bundles);
        var components = runtime.getComponentDescriptionDTOs().stream()
                .flatMap(component -> runtime.getComponentConfigurationDTOs(component).stream())
                .collect(Collectors.groupingBy(
                        instance -> COMPONENT_STATES.getOrDefault(instance.state, "other"),
                        TreeMap::new,
                        Collectors.counting()));
        states(out, "einsnull_components", "Declarative services components by state", components);
    }

    private static void states(PrometheusText out, String name, String help, Map<String, Long> counts)
            throws IOException {
        out.family(name, "gauge", help);
        for (var count : counts.entrySet()) {
            out.sample(name, Labels.of("state", count.getKey()), count.getValue());
        }
    }
}
