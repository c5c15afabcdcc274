package de.einsnull.modules.rest;

import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.Operation;
import java.time.Instant;
import java.util.Map;

/**
 * Something that was done to a module.
 *
 * @param at when it ended
 * @param actor account that asked for it, {@code deploy} for the watched folder, {@code platform} for the platform itself
 * @param actorName login name of the account; the same as the actor if there is no such account (any more)
 * @param action what was asked for
 * @param module name of the module
 * @param fromVersion version before, empty if it was not installed
 * @param toVersion version after, empty if it is not installed any more
 * @param outcome how it ended
 * @param reason why it ended so, in German; empty for success
 */
public record HistoryView(
        Instant at,
        String actor,
        String actorName,
        Change.Action action,
        String module,
        String fromVersion,
        String toVersion,
        Operation.Outcome outcome,
        String reason) {

    static HistoryView of(HistoryEntry entry, Map<String, String> names) {
        return new HistoryView(
                entry.at(),
                entry.actor(),
                names.getOrDefault(entry.actor(), entry.actor()),
                entry.action(),
                entry.module(),
                entry.fromVersion(),
                entry.toVersion(),
                entry.outcome(),
                entry.reason());
    }
}
