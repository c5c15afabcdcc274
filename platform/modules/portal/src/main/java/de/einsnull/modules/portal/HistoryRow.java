package de.einsnull.modules.portal;

import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.Operation.Outcome;
import java.util.List;
import java.util.Map;

/**
 * A line of the history.
 *
 * @param entry what happened
 * @param actor name of who asked for it
 * @param actorKey key of a text instead of the name, empty for people
 * @param kind shape and colour of the outcome
 */
public record HistoryRow(HistoryEntry entry, String actor, String actorKey, String kind) {

    static List<HistoryRow> of(List<HistoryEntry> entries, Map<String, String> names) {
        return entries.stream().map(entry -> of(entry, names)).toList();
    }

    private static HistoryRow of(HistoryEntry entry, Map<String, String> names) {
        boolean ours = entry.actor().equals("deploy") || entry.actor().equals("platform");
        String kind = entry.outcome() == Outcome.SUCCEEDED
                ? "free"
                : entry.outcome() == Outcome.ROLLED_BACK ? "warning" : "fault";
        return new HistoryRow(
                entry,
                names.getOrDefault(entry.actor(), entry.actor()),
                ours ? "history.actor." + entry.actor() : "",
                kind);
    }
}
