package de.einsnull.modules.rest;

import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.Staged;
import java.util.List;

/**
 * An archive that was taken in and can be installed.
 *
 * @param id what a change refers to
 * @param module the module in it
 * @param findings what was found, the worst first
 */
public record StagedView(String id, ModuleView module, List<Finding> findings) {

    static StagedView of(Staged staged) {
        return new StagedView(staged.id(), ModuleView.of(staged.module()), staged.findings());
    }
}
