package de.einsnull.modules.api;

import de.einsnull.health.api.Sentence;
import java.time.Instant;

/**
 * Something that was done to a module.
 *
 * @param at when it ended
 * @param actor account that asked for it, {@code deploy} for the watched folder, {@code platform} for the platform itself
 * @param action what was asked for
 * @param module name of the module
 * @param fromVersion version before, empty if it was not installed
 * @param toVersion version after, empty if it is not installed any more
 * @param outcome how it ended
 * @param reason why it ended so, in German; empty for success
 * @param sentence the same for pages; {@link Sentence#NONE} for success, and of what was written down before there were
 *     sentences
 */
public record HistoryEntry(
        Instant at,
        String actor,
        Change.Action action,
        String module,
        String fromVersion,
        String toVersion,
        Operation.Outcome outcome,
        String reason,
        Sentence sentence) {

    /** What was written down before there were sentences has none. */
    public HistoryEntry {
        sentence = sentence == null ? Sentence.NONE : sentence;
    }
}
