package de.einsnull.settings.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What the active bundles say about their settings. Safe for use by several threads. */
@ProviderType
public interface SettingsForms {

    /**
     * All forms.
     *
     * @param language language of the texts; what is not translated is German, or English if there is no German
     * @return forms by name
     */
    List<SettingsForm> all(Locale language);

    /**
     * Looks a form up.
     *
     * @param pid PID or factory PID
     * @param language language of the texts
     * @return the form, empty if no active bundle describes the PID
     */
    Optional<SettingsForm> find(String pid, Locale language);
}
