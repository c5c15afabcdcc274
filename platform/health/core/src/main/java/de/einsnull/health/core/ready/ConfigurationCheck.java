package de.einsnull.health.core.ready;

import de.einsnull.health.core.ready.Finding.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * Whether every configuration of a component that exists only when it is configured has arrived there. Configurations are
 * delivered in the background: for a moment a driver, say, is configured and yet is nowhere to be seen.
 */
final class ConfigurationCheck {

    private final BundleContext context;
    private final ServiceComponentRuntime runtime;
    private final ConfigurationAdmin admin;
    private final BundleCheck bundles;

    ConfigurationCheck(
            BundleContext context, ServiceComponentRuntime runtime, ConfigurationAdmin admin, BundleCheck bundles) {
        this.context = context;
        this.runtime = runtime;
        this.admin = admin;
        this.bundles = bundles;
    }

    Finding check() {
        var messages = new ArrayList<String>();
        for (var component : runtime.getComponentDescriptionDTOs(ours())) {
            if ("require".equals(component.configurationPolicy)
                    && component.configurationPid.length == 1
                    && runtime.isComponentEnabled(component)) {
                var waiting = configured(component.configurationPid[0]);
                waiting.removeAll(delivered(component));
                waiting.forEach(
                        pid -> messages.add(component.name + " does not have its configuration " + pid + " yet"));
            }
        }
        return new Finding("configurations", messages.isEmpty() ? Status.OK : Status.CRITICAL, true, messages);
    }

    private Bundle[] ours() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE && !bundles.isPartner(bundle))
                .toArray(Bundle[]::new);
    }

    private TreeSet<String> configured(String pid) {
        try {
            var found = admin.listConfigurations(
                    "(|(" + Constants.SERVICE_PID + "=" + pid + ")(service.factoryPid=" + pid + "))");
            return found == null
                    ? new TreeSet<String>()
                    : Arrays.stream(found).map(Configuration::getPid).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException | InvalidSyntaxException e) {
            throw new IllegalStateException("The configurations of " + pid + " cannot be read", e);
        }
    }

    private List<String> delivered(ComponentDescriptionDTO component) {
        return runtime.getComponentConfigurationDTOs(component).stream()
                .map(instance -> instance.properties.get(Constants.SERVICE_PID))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }
}
