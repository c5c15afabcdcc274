package de.einsnull.modules.core.health;

import de.einsnull.modules.api.ModuleDetails.Health;
import de.einsnull.modules.api.ModuleDetails.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Whether the components of a bundle have what they need. */
final class ComponentHealth {

    private static final String CAUSED_BY = "Caused by: ";

    private final ServiceComponentRuntime runtime;

    ComponentHealth(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    List<Health> of(Bundle bundle) {
        var found = new ArrayList<Health>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
            if (runtime.isComponentEnabled(component)) {
                inspect(component, found);
            }
        }
        return found;
    }

    private void inspect(ComponentDescriptionDTO component, List<Health> found) {
        Collection<ComponentConfigurationDTO> instances = runtime.getComponentConfigurationDTOs(component);
        boolean waitsForSettings = instances.stream()
                .allMatch(instance -> instance.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION);
        if ("require".equals(component.configurationPolicy) && waitsForSettings) {
            found.add(new Health(
                    Level.ATTENTION,
                    component.name,
                    "Wartet auf Einstellungen.",
                    "Legen Sie die Einstellungen " + String.join(", ", component.configurationPid) + " an."));
        }
        for (ComponentConfigurationDTO instance : instances) {
            if (instance.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
                found.add(new Health(
                        Level.BAD,
                        component.name,
                        "Wartet auf " + missing(component, instance.unsatisfiedReferences) + ".",
                        "Installieren oder starten Sie, was diesen Dienst anbietet."));
            } else if (instance.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                found.add(new Health(
                        Level.BAD,
                        component.name,
                        ModuleHealth.FAILED_START + rootCause(instance.failure),
                        "Prüfen Sie die Einstellungen und die Protokollzeilen, dann den Hersteller fragen."));
            }
        }
    }

    private static String missing(ComponentDescriptionDTO component, UnsatisfiedReferenceDTO[] references) {
        return Arrays.stream(references)
                .map(reference -> interfaceOf(component, reference.name)
                        + (reference.target == null ? "" : " mit " + reference.target))
                .collect(Collectors.joining(", "));
    }

    private static String interfaceOf(ComponentDescriptionDTO component, String reference) {
        return Arrays.stream(component.references)
                .filter(one -> one.name.equals(reference))
                .map(one -> one.interfaceName)
                .findFirst()
                .orElse(reference);
    }

    /** What happened at the bottom; what reflection wrapped around it tells nobody anything. */
    private static String rootCause(String failure) {
        List<String> lines = failure == null ? List.of() : failure.lines().toList();
        return lines.stream()
                .filter(line -> line.startsWith(CAUSED_BY))
                .reduce((outer, inner) -> inner)
                .map(line -> line.substring(CAUSED_BY.length()))
                .orElse(lines.isEmpty() ? "" : lines.get(0));
    }
}
