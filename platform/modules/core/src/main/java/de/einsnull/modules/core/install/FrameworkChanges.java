package de.einsnull.modules.core.install;

import de.einsnull.modules.core.state.InstalledBundle;
import de.einsnull.modules.core.state.InstalledModule;
import de.einsnull.modules.core.state.ModuleStore;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Makes the framework have a module as it is wanted. Used by one thread at a time.
 *
 * <p>Bundles are started for this run only ({@code START_TRANSIENT}): after a restart the installer starts them itself, with
 * its time limits. So a module that never returns from its start cannot keep the whole platform from starting.
 */
public final class FrameworkChanges {

    private static final int START_LEVEL = 90;

    private final BundleContext context;
    private final ModuleStore store;
    private final BoundedCalls calls;

    FrameworkChanges(BundleContext context, ModuleStore store, BoundedCalls calls) {
        this.context = context;
        this.store = store;
        this.calls = calls;
    }

    /** All bundles in the framework that belong to a module. */
    List<Bundle> bundles(String module) {
        String prefix = InstalledModule.LOCATION + module + "/";
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getLocation().startsWith(prefix))
                .toList();
    }

    /**
     * Makes the framework have a module, running or stopped as it shall be.
     *
     * @param wanted how it shall be
     * @param changed whether a bundle's content may differ from the wanted one, so that it is replaced
     */
    void bring(InstalledModule wanted, Predicate<InstalledBundle> changed) throws ChangeFailed {
        place(wanted, changed);
        if (wanted.runs()) {
            start(wanted);
        } else {
            stop(wanted.name());
        }
    }

    /** Makes the framework have the content of a module; what is replaced does not run afterwards. */
    void place(InstalledModule wanted, Predicate<InstalledBundle> changed) throws ChangeFailed {
        Map<String, InstalledBundle> byLocation =
                wanted.bundles().stream().collect(Collectors.toMap(wanted::location, Function.identity()));
        for (Bundle bundle : bundles(wanted.name())) {
            if (!byLocation.containsKey(bundle.getLocation())) {
                uninstall(bundle);
            }
        }
        for (InstalledBundle bundle : wanted.bundles()) {
            Bundle there = context.getBundle(wanted.location(bundle));
            if (there == null) {
                install(wanted.location(bundle), bundle);
            } else if (changed.test(bundle)) {
                update(there, bundle);
            }
        }
        refresh(bundles(wanted.name()));
    }

    /** Takes a module out of the framework. */
    void remove(String module) throws ChangeFailed {
        List<Bundle> bundles = bundles(module);
        for (Bundle bundle : bundles) {
            uninstall(bundle);
        }
        refresh(bundles);
    }

    void start(InstalledModule module) throws ChangeFailed {
        for (InstalledBundle bundle : module.bundles()) {
            Bundle there = context.getBundle(module.location(bundle));
            if (there == null) {
                throw ChangeFailed.of(
                        "start " + bundle.symbolicName(), new IllegalStateException("it is not installed"));
            }
            if (there.getState() != Bundle.ACTIVE) {
                calls.call("start " + bundle.symbolicName(), () -> start(there));
            }
        }
    }

    /** On a thread that shows whose code it runs, so that timers and threads begun there can be told when they are left. */
    private void start(Bundle bundle) throws BundleException {
        if (wiring().resolveBundles(List.of(bundle))) {
            var loader = bundle.adapt(BundleWiring.class).getClassLoader();
            Thread.currentThread().setContextClassLoader(loader);
        }
        bundle.start(Bundle.START_TRANSIENT);
    }

    void stop(String module) throws ChangeFailed {
        List<Bundle> bundles = new ArrayList<>(bundles(module));
        Collections.reverse(bundles);
        for (Bundle bundle : bundles) {
            if ((bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) != 0) {
                calls.call("stop " + bundle.getSymbolicName(), bundle::stop);
            }
        }
    }

    private void install(String location, InstalledBundle bundle) throws ChangeFailed {
        calls.call("install " + bundle.symbolicName(), () -> {
            try (InputStream content = store.open(bundle.sha256())) {
                Bundle installed = context.installBundle(location, content);
                installed.adapt(BundleStartLevel.class).setStartLevel(START_LEVEL);
            }
        });
    }

    private void update(Bundle there, InstalledBundle bundle) throws ChangeFailed {
        calls.call("update " + bundle.symbolicName(), () -> {
            try (InputStream content = store.open(bundle.sha256())) {
                there.stop();
                there.update(content);
            }
        });
    }

    private void uninstall(Bundle bundle) throws ChangeFailed {
        if (bundle.getState() != Bundle.UNINSTALLED) {
            calls.call("uninstall " + bundle.getSymbolicName(), bundle::uninstall);
        }
    }

    /** Wires those of our bundles anew whose old content others of ours still use; the plan has seen that nobody else does. */
    private void refresh(List<Bundle> ours) throws ChangeFailed {
        FrameworkWiring wiring = wiring();
        List<Bundle> stale = wiring.getRemovalPendingBundles().stream()
                .filter(ours::contains)
                .toList();
        if (!stale.isEmpty()) {
            calls.call("refresh", () -> {
                var done = new CountDownLatch(1);
                wiring.refreshBundles(stale, event -> {
                    if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                        done.countDown();
                    }
                });
                done.await(1, TimeUnit.MINUTES);
            });
        }
    }

    /** Bundles that would be wired anew with these: everybody who uses their packages, directly or not. */
    public List<Bundle> dependents(List<Bundle> bundles) {
        return wiring().getDependencyClosure(bundles).stream()
                .filter(bundle -> !bundles.contains(bundle))
                .toList();
    }

    private FrameworkWiring wiring() {
        return Optional.ofNullable(context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION))
                .map(system -> system.adapt(FrameworkWiring.class))
                .orElseThrow();
    }
}
