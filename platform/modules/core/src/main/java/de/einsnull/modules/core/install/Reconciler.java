package de.einsnull.modules.core.install;

import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.Operation.Outcome;
import de.einsnull.modules.core.Words;
import de.einsnull.modules.core.inspect.PlatformView;
import de.einsnull.modules.core.state.Attempt;
import de.einsnull.modules.core.state.InstalledModule;
import de.einsnull.modules.core.state.ModuleStore;
import de.einsnull.modules.core.state.State;
import de.einsnull.portal.api.Language;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the framework have what the state says, once at the start: whatever a crash or a lost bundle cache left behind. */
final class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final BundleContext context;
    private final ModuleStore store;
    private final FrameworkChanges framework;
    private final Witness witness;
    private final Clock clock;

    Reconciler(BundleContext context, ModuleStore store, FrameworkChanges framework, Witness witness, Clock clock) {
        this.context = context;
        this.store = store;
        this.framework = framework;
        this.witness = witness;
        this.clock = clock;
    }

    void run() throws IOException {
        State state = store.state();
        Optional<Attempt> cutOff = Optional.ofNullable(state.attempt());
        removeUnknown(state);
        // All are placed before the first is started, for one may use packages of another.
        for (InstalledModule module : state.modules()) {
            boolean suspect = cutOff.isPresent() && cutOff.get().module().equals(module.name());
            attempt(
                    module,
                    () -> framework.place(
                            module, bundle -> suspect || !isVersion(module.location(bundle), bundle.version())));
        }
        for (InstalledModule module : state.modules()) {
            if (module.runs()) {
                attempt(module, () -> framework.start(module));
            }
        }
        if (cutOff.isPresent()) {
            store.change(now -> now.trying(null));
            witness.over(undone(cutOff.get()));
        }
        store.prune();
    }

    private void removeUnknown(State state) {
        Set<String> known = state.modules().stream().map(InstalledModule::name).collect(Collectors.toSet());
        Arrays.stream(context.getBundles())
                .map(PlatformView::moduleOf)
                .filter(module -> !module.isEmpty() && !known.contains(module))
                .distinct()
                .forEach(module -> {
                    try {
                        framework.remove(module);
                    } catch (ChangeFailed e) {
                        LOG.error("Bundles of module {} are left over and could not be removed", module, e);
                    }
                });
    }

    /** One module that cannot be started does not keep the next one from it; the catalogue shows it as failed. */
    private static void attempt(InstalledModule module, Step step) {
        try {
            step.run();
        } catch (ChangeFailed e) {
            LOG.error("Module {} could not be started: {}", module.name(), e.getMessage(), e);
        }
    }

    private interface Step {
        void run() throws ChangeFailed;
    }

    private boolean isVersion(String location, String version) {
        return context.getBundle(location).getVersion().equals(Version.parseVersion(version));
    }

    private HistoryEntry undone(Attempt attempt) {
        LOG.warn("{} of module {} was cut off and is undone", attempt.action(), attempt.module());
        Sentence why = Words.sentence("history.cut-off");
        return new HistoryEntry(
                clock.instant(),
                attempt.actor(),
                attempt.action(),
                attempt.module(),
                attempt.fromVersion(),
                attempt.toVersion(),
                Outcome.ROLLED_BACK,
                Words.in(Language.DE, why),
                why);
    }
}
