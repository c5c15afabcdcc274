package de.einsnull.modules.core.install;

import de.einsnull.modules.core.archive.Limits;
import de.einsnull.modules.core.inspect.Inspector;
import de.einsnull.modules.core.state.ModuleStore;
import java.time.Clock;
import java.util.concurrent.ExecutorService;

/** What the installer is made of. */
record Parts(
        ModuleStore store,
        Staging staging,
        Inspector inspector,
        Limits limits,
        Offers offers,
        Planner planner,
        OperationRunner runner,
        ExecutorService executor,
        Witness witness,
        Clock clock) {}
