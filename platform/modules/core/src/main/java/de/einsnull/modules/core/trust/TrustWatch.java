package de.einsnull.modules.core.trust;

import de.einsnull.modules.core.state.InstalledModule;
import de.einsnull.modules.core.state.ModuleStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Whether the city has withdrawn its trust from who signed a module that is installed. Thread-safe. */
public final class TrustWatch {

    private final TrustStore trust;
    private final ModuleStore modules;

    public TrustWatch(TrustStore trust, ModuleStore modules) {
        this.trust = trust;
        this.modules = modules;
    }

    /** Names of the installed modules. */
    public List<String> installed() {
        return modules.state().modules().stream().map(InstalledModule::name).toList();
    }

    /** The file that revokes the certificate of a module, empty if none does. */
    public Optional<String> revokedBy(String module) throws IOException {
        Optional<InstalledModule> found = modules.state().module(module);
        return found.isEmpty()
                ? Optional.empty()
                : trust.read().revocations().source(found.get().certificates());
    }

    /** What in the folder of trust does not count because it cannot be read. */
    public List<String> problems() throws IOException {
        return trust.read().problems();
    }
}
