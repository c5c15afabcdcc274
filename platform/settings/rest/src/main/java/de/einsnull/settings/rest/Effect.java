package de.einsnull.settings.rest;

import de.einsnull.settings.api.Difference;
import de.einsnull.settings.api.Draft;
import java.util.List;
import java.util.Map;

/**
 * What an import does to settings.
 *
 * @param pid PID or factory PID
 * @param instance name of the instance, may be empty
 * @param effect what happens
 * @param changes values before and after
 * @param problems why it is left out
 */
public record Effect(
        String pid,
        String instance,
        Difference.Kind effect,
        Map<String, Difference.Change> changes,
        List<String> problems) {

    static Effect of(Difference difference) {
        Draft draft = difference.draft();
        return new Effect(
                draft.pid(),
                draft.instance(),
                difference.kind(),
                difference.changes(),
                difference.faults().stream().map(Problems::english).toList());
    }
}
