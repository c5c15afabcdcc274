package de.einsnull.settings.api;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Settings as somebody typed them.
 *
 * @param pid PID, or factory PID
 * @param instance name of the instance; empty for settings there is only one of, and for a new instance whose name is one
 *     of the values
 * @param values values by id of the setting. One that is missing or empty is not set, so its default holds; but a secret
 *     that is missing or empty stays as it is
 * @param forgotten ids of secrets to remove
 * @param isNew whether an instance of this name must not exist yet
 */
public record Draft(
        String pid, String instance, Map<String, List<String>> values, Set<String> forgotten, boolean isNew) {

    /** Copies the collections. */
    public Draft {
        values = Map.copyOf(values);
        forgotten = Set.copyOf(forgotten);
    }

    @Override
    public String toString() {
        return "Draft[" + pid + " " + instance + "]";
    }
}
