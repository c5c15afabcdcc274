package de.einsnull.health.core.ready;

import de.einsnull.health.core.HealthConfig;
import de.einsnull.health.core.ready.Finding.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;

/** Whether every bundle that is meant to run does. */
final class BundleCheck {

    private final BundleContext context;
    private final List<String> partnerLocations;

    BundleCheck(BundleContext context, HealthConfig config) {
        this.context = context;
        this.partnerLocations = List.of(config.partnerLocations());
    }

    /** A bundle that a partner brought: it is reported, but the platform is ready without it. */
    boolean isPartner(Bundle bundle) {
        return partnerLocations.stream().anyMatch(bundle.getLocation()::startsWith);
    }

    List<Finding> check() {
        var bundles = Arrays.asList(context.getBundles());
        return List.of(
                finding(
                        "bundles",
                        true,
                        bundles.stream().filter(one -> !isPartner(one)).toList()),
                finding(
                        "partner-bundles",
                        false,
                        bundles.stream().filter(this::isPartner).toList()));
    }

    private Finding finding(String name, boolean counts, List<Bundle> bundles) {
        var messages = new ArrayList<String>();
        for (var bundle : bundles) {
            if (!isWell(bundle)) {
                messages.add(bundle.getSymbolicName() + " is " + state(bundle)
                        + (counts ? "" : "; look into the log for the reason, then update or remove it"));
            }
        }
        var bad = counts ? Status.CRITICAL : Status.WARN;
        return new Finding(name, messages.isEmpty() ? Status.OK : bad, counts, messages);
    }

    private static boolean isWell(Bundle bundle) {
        var state = bundle.getState();
        if (isFragment(bundle)) {
            return (state & (Bundle.RESOLVED | Bundle.UNINSTALLED)) != 0;
        }
        if ((state & (Bundle.ACTIVE | Bundle.UNINSTALLED)) != 0) {
            return true;
        }
        if (state == Bundle.STARTING && bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY) != null) {
            return true;
        }
        var level = bundle.adapt(BundleStartLevel.class);
        // An operator who stopped it wants it stopped.
        return level != null && !level.isPersistentlyStarted();
    }

    private static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.INSTALLED -> "installed but not resolved";
            case Bundle.RESOLVED -> "not started";
            case Bundle.STARTING -> "starting";
            case Bundle.STOPPING -> "stopping";
            default -> "in state " + bundle.getState();
        };
    }
}
