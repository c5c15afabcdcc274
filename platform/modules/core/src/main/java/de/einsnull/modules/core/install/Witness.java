package de.einsnull.modules.core.install;

import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.Operation;
import de.einsnull.modules.core.state.InstalledModule;

/** Is told what happens: history, audit trail, open pages. Called from the installer's thread; must not throw. */
public interface Witness {

    /** A module was removed for good. */
    void removed(InstalledModule module);

    /** Something was done in an operation. */
    void progress(Operation operation, Operation.Progress step);

    /** An operation or something the platform did by itself is over. */
    void over(HistoryEntry entry);
}
