package de.einsnull.settings.api;

import java.util.List;
import java.util.Optional;

/**
 * The settings of one PID, as a bundle describes them.
 *
 * @param pid PID, or factory PID
 * @param factory whether there can be several instances
 * @param name what it is, in the language that was asked for
 * @param description one or two sentences, may be empty
 * @param module symbolic name of the bundle that describes it
 * @param moduleName name of that bundle
 * @param settings settings in the order of the description
 */
public record SettingsForm(
        String pid,
        boolean factory,
        Label name,
        Label description,
        String module,
        String moduleName,
        List<Setting> settings) {

    /** Copies the list. */
    public SettingsForm {
        settings = List.copyOf(settings);
    }

    /**
     * Looks a setting up.
     *
     * @param id id
     * @return the setting, empty if there is none
     */
    public Optional<Setting> setting(String id) {
        return settings.stream().filter(setting -> setting.id().equals(id)).findFirst();
    }

    /**
     * The setting whose value names an instance.
     *
     * @return empty if the name is asked for apart from the settings
     */
    public Optional<Setting> naming() {
        return settings.stream().filter(Setting::instanceName).findFirst();
    }
}
