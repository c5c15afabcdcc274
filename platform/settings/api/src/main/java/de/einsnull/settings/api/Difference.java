package de.einsnull.settings.api;

import java.util.List;
import java.util.Map;

/**
 * How settings of an export differ from those that are kept.
 *
 * @param draft settings of the export
 * @param kind what would happen
 * @param changes old and new value by id of the setting, only what differs and is no secret; an absent value is empty
 * @param faults why it would be refused
 */
public record Difference(Draft draft, Kind kind, Map<String, Change> changes, List<Fault> faults) {

    /** Copies the collections. */
    public Difference {
        faults = List.copyOf(faults);
    }

    /** What would happen. */
    public enum Kind {
        /** They would be added. */
        NEW,
        /** They would be changed. */
        CHANGED,
        /** Nothing. */
        SAME,
        /** They would be left out because of the faults. */
        REFUSED
    }

    /**
     * A value before and after.
     *
     * @param before values that are kept
     * @param after values of the export
     */
    public record Change(List<String> before, List<String> after) {}
}
