package de.einsnull.settings.api;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Settings as they are kept. Secrets are not in it.
 *
 * @param pid PID, or factory PID
 * @param instance name of the instance, empty for settings there is only one of
 * @param values values by id of the setting, only those that are set
 * @param secrets ids of secrets that are set
 * @param file absolute path of the file that holds them, empty if they are kept by the platform; those of a file are
 *     changed only there
 */
public record StoredSettings(
        String pid, String instance, Map<String, List<String>> values, Set<String> secrets, String file) {

    /** Copies the collections. */
    public StoredSettings {
        values = Map.copyOf(values);
        secrets = Set.copyOf(secrets);
    }

    /**
     * Whether a file holds them.
     *
     * @return true if they cannot be changed here
     */
    public boolean isFile() {
        return !file.isEmpty();
    }
}
