package de.einsnull.health.core.ready;

import de.einsnull.health.core.HealthConfig;
import de.einsnull.health.core.ready.Finding.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Whether every declarative-services component has what it needs. */
final class ComponentCheck {

    private final BundleContext context;
    private final ServiceComponentRuntime runtime;
    private final BundleCheck bundles;
    private final Set<String> optional;

    ComponentCheck(BundleContext context, ServiceComponentRuntime runtime, BundleCheck bundles, HealthConfig config) {
        this.context = context;
        this.runtime = runtime;
        this.bundles = bundles;
        this.optional = Set.of(config.optionalComponents());
    }

    List<Finding> check() {
        var platform = new ArrayList<String>();
        var partners = new ArrayList<String>();
        for (var bundle : active()) {
            runtime.getComponentDescriptionDTOs(bundle).stream()
                    .filter(component -> !optional.contains(component.name))
                    .forEach(component -> inspect(component, bundles.isPartner(bundle) ? partners : platform));
        }
        return List.of(
                new Finding("components", platform.isEmpty() ? Status.OK : Status.CRITICAL, true, platform),
                new Finding("partner-components", partners.isEmpty() ? Status.OK : Status.WARN, false, partners));
    }

    private List<Bundle> active() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .toList();
    }

    private void inspect(ComponentDescriptionDTO component, List<String> messages) {
        if (!runtime.isComponentEnabled(component)) {
            return;
        }
        for (var instance : runtime.getComponentConfigurationDTOs(component)) {
            if (instance.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
                var missing = Arrays.stream(instance.unsatisfiedReferences)
                        .map(reference -> reference.name + (reference.target == null ? "" : " " + reference.target))
                        .collect(Collectors.joining(", "));
                messages.add(component.name + " waits for " + missing);
            } else if (instance.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                messages.add(component.name + " could not start: " + firstLine(instance.failure));
            }
        }
    }

    private static String firstLine(String failure) {
        return failure == null ? "see the log" : failure.lines().findFirst().orElse("see the log");
    }
}
