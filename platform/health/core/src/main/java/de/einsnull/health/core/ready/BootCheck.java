package de.einsnull.health.core.ready;

import de.einsnull.health.core.ready.Finding.Status;
import java.util.List;
import org.osgi.framework.BundleContext;

/**
 * Whether Karaf has installed the boot features. That is only the first condition: on a warm start Karaf says so long
 * before their bundles run. Asked for by name, so that the check also works where there is no Karaf.
 */
record BootCheck(BundleContext context) {

    private static final String INSTALLER = "org.apache.karaf.features.FeaturesService";
    private static final String FINISHED = "org.apache.karaf.features.BootFinished";

    Finding check() {
        var done = !isThere(INSTALLER) || isThere(FINISHED);
        return new Finding(
                "features",
                done ? Status.OK : Status.CRITICAL,
                true,
                done ? List.of() : List.of("The features of this installation are still being installed"));
    }

    private boolean isThere(String service) {
        return context.getServiceReference(service) != null;
    }
}
