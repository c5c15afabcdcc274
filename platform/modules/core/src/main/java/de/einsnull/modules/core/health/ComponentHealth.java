package de.einsnull.modules.core.health;

import de.einsnull.modules.api.ModuleDetails.Level;
import de.einsnull.modules.core.health.Statement.Code;
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

    List<Statement> of(Bundle bundle) {
        var found = new ArrayList<Statement>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
            if (runtime.isComponentEnabled(component)) {
                inspect(component, found);
            }
        }
        return found;
    }

    private void inspect(ComponentDescriptionDTO component, List<Statement> found) {
        Collection<ComponentConfigurationDTO> instances = runtime.getComponentConfigurationDTOs(component);
        boolean waitsForSettings = instances.stream()
                .allMatch(instance -> instance.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION);
        if ("require".equals(component.configurationPolicy) && waitsForSettings) {
            found.add(new Statement(
                    Level.ATTENTION,
                    component.name,
                    Code.NEEDS_SETTINGS,
                    String.join(", ", component.configurationPid)));
        }
        for (ComponentConfigurationDTO instance : instances) {
            if (instance.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
                String missing = missing(component, instance.unsatisfiedReferences);
                found.add(Statement.bad(component.name, Code.NEEDS_SERVICE, missing));
            } else if (instance.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                found.add(Statement.bad(component.name, Code.COULD_NOT_START, rootCause(instance.failure)));
            }
        }
    }

    private static String missing(ComponentDescriptionDTO component, UnsatisfiedReferenceDTO[] references) {
        return Arrays.stream(references)
                .map(reference -> interfaceOf(component, reference.name)
                        + (reference.target == null ? "" : " " + reference.target))
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
