package de.einsnull.modules.core.catalogue;

import de.einsnull.modules.api.ModuleBundle;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** How a bundle looks to city IT. */
final class BundleView {

    private BundleView() {}

    static ModuleBundle of(Bundle bundle) {
        String fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST);
        String state = fragment == null ? state(bundle) : "ATTACHED";
        return new ModuleBundle(bundle.getSymbolicName(), bundle.getVersion().toString(), bundle.getBundleId(), state);
    }

    static boolean isWell(ModuleBundle bundle) {
        return bundle.state().equals("ACTIVE") || bundle.state().equals("ATTACHED");
    }

    /** A bundle that waits for its first use is as good as active. */
    private static String state(Bundle bundle) {
        boolean lazy = bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "ACTIVE";
            case Bundle.INSTALLED -> "INSTALLED";
            case Bundle.RESOLVED -> "RESOLVED";
            case Bundle.STARTING -> lazy ? "ACTIVE" : "STARTING";
            case Bundle.STOPPING -> "STOPPING";
            default -> "UNINSTALLED";
        };
    }
}
