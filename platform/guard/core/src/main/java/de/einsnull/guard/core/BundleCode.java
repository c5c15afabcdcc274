package de.einsnull.guard.core;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/**
 * By what code of a bundle is recognised in threads. Holds its class loader: to be dropped soon after the bundle stopped.
 *
 * @param bundleId id of the bundle
 * @param name symbolic name
 * @param loader its class loader
 * @param packages packages of its own classes
 */
record BundleCode(long bundleId, String name, ClassLoader loader, Set<String> packages) {

    /** Null if the bundle is not resolved. */
    static BundleCode of(Bundle bundle) {
        var wiring = bundle.adapt(BundleWiring.class);
        if (wiring == null || wiring.getClassLoader() == null) {
            return null;
        }
        int local = BundleWiring.LISTRESOURCES_LOCAL | BundleWiring.LISTRESOURCES_RECURSE;
        var packages = wiring.listResources("/", "*.class", local).stream()
                .filter(file -> file.lastIndexOf('/') > 0)
                .map(file -> file.substring(0, file.lastIndexOf('/')).replace('/', '.'))
                .collect(Collectors.toUnmodifiableSet());
        return new BundleCode(bundle.getBundleId(), bundle.getSymbolicName(), wiring.getClassLoader(), packages);
    }

    /** The same, recognised by fewer packages. */
    BundleCode without(Predicate<String> ambiguous) {
        return new BundleCode(
                bundleId,
                name,
                loader,
                packages.stream().filter(ambiguous.negate()).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a thread is the bundle's own: of a class of the bundle, or begun by its code. */
    boolean owns(Thread thread) {
        return loader.equals(thread.getClass().getClassLoader()) || loader.equals(thread.getContextClassLoader());
    }

    /** Whether a method belongs to a package that the bundle has. */
    boolean has(StackTraceElement frame) {
        int end = frame.getClassName().lastIndexOf('.');
        return end > 0 && packages.contains(frame.getClassName().substring(0, end));
    }

    /** Whether a thread executes code of the bundle, however deep below. */
    boolean isIn(StackTraceElement[] stack) {
        for (var frame : stack) {
            if (has(frame)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the code that a thread executes now is the bundle's: its own, or the JDK's called by it. */
    boolean isOnTop(StackTraceElement[] stack) {
        for (var frame : stack) {
            if (!isJdk(frame)) {
                return has(frame);
            }
        }
        return false;
    }

    private static boolean isJdk(StackTraceElement frame) {
        var name = frame.getClassName();
        return name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("sun.");
    }
}
