package de.einsnull.modules.core.inspect;

import de.einsnull.modules.core.state.InstalledModule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** What the framework offers at one moment. */
public final class PlatformView {

    /**
     * A package that somebody exports.
     *
     * @param version its version
     * @param bundle symbolic name of who exports it
     * @param module name of the module it belongs to, empty for the platform
     */
    public record Export(Version version, String bundle, String module) {}

    private final List<Bundle> bundles;
    private final Map<String, List<Export>> exports = new HashMap<>();

    /** Looks at the framework now. */
    public PlatformView(BundleContext context) {
        bundles = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() != Bundle.UNINSTALLED)
                .toList();
        for (Bundle bundle : bundles) {
            for (BundleCapability capability : capabilities(bundle, PackageNamespace.PACKAGE_NAMESPACE)) {
                var attributes = capability.getAttributes();
                String name = (String) attributes.get(PackageNamespace.PACKAGE_NAMESPACE);
                Object version = attributes.get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE);
                exports.computeIfAbsent(name, key -> new ArrayList<>())
                        .add(new Export(
                                version instanceof Version known ? known : Version.emptyVersion,
                                bundle.getSymbolicName(),
                                moduleOf(bundle)));
            }
        }
    }

    private static List<BundleCapability> capabilities(Bundle bundle, String namespace) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision == null ? List.of() : revision.getDeclaredCapabilities(namespace);
    }

    /** Name of the module that a bundle belongs to, empty if it belongs to the platform. */
    public static String moduleOf(Bundle bundle) {
        String location = bundle.getLocation();
        return location.startsWith(InstalledModule.LOCATION)
                ? location.substring(InstalledModule.LOCATION.length(), location.lastIndexOf('/'))
                : "";
    }

    /**
     * Who exports a package, but for one module.
     *
     * @param exceptModule the module that is about to be replaced
     */
    public List<Export> exports(String packageName, String exceptModule) {
        return exports.getOrDefault(packageName, List.of()).stream()
                .filter(export -> export.module().isEmpty() || !export.module().equals(exceptModule))
                .toList();
    }

    /** Bundles of that symbolic name that do not belong to the module. */
    public List<Bundle> others(String symbolicName, String module) {
        return bundles.stream()
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .filter(bundle ->
                        moduleOf(bundle).isEmpty() || !moduleOf(bundle).equals(module))
                .toList();
    }

    /** Whether any bundle has a capability of that kind. */
    public boolean offers(String namespace, Optional<String> filterText) {
        try {
            Filter filter = filterText.isPresent() ? FrameworkUtil.createFilter(filterText.get()) : null;
            return bundles.stream()
                    .flatMap(bundle -> capabilities(bundle, namespace).stream())
                    .anyMatch(capability -> filter == null || filter.matches(capability.getAttributes()));
        } catch (InvalidSyntaxException e) {
            return false;
        }
    }
}
