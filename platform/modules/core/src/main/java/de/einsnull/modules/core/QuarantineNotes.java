package de.einsnull.modules.core;

import de.einsnull.guard.api.GuardListener;
import de.einsnull.guard.api.Quarantine;
import de.einsnull.health.api.Sentence;
import de.einsnull.modules.core.inspect.PlatformView;
import de.einsnull.modules.core.state.InstalledModule;
import de.einsnull.modules.core.state.ModuleStore;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes which modules the guard has stopped, so that they stay so after a restart, and after a loss of the bundle cache. */
final class QuarantineNotes implements GuardListener {

    private static final Logger LOG = LoggerFactory.getLogger(QuarantineNotes.class);

    private final BundleContext context;
    private final ModuleStore store;

    QuarantineNotes(BundleContext context, ModuleStore store) {
        this.context = context;
        this.store = store;
    }

    @Override
    public void quarantined(Quarantine quarantine) {
        note(quarantine, module -> module.quarantined(quarantine.german(), quarantine.sentence()));
    }

    @Override
    public void released(Quarantine quarantine, String actor) {
        note(quarantine, module -> module.quarantined("", Sentence.NONE));
    }

    private void note(Quarantine quarantine, UnaryOperator<InstalledModule> change) {
        Optional<InstalledModule> module = Optional.ofNullable(context.getBundle(quarantine.bundleId()))
                .map(QuarantineNotes::moduleOf)
                .flatMap(store.state()::module);
        if (module.isPresent()) {
            try {
                store.change(state -> state.module(module.get().name())
                        .map(now -> state.noting(change.apply(now)))
                        .orElse(state));
            } catch (IOException e) {
                LOG.error("The quarantine of {} could not be noted", quarantine.symbolicName(), e);
            }
        }
    }

    private static String moduleOf(Bundle bundle) {
        return PlatformView.moduleOf(bundle);
    }
}
