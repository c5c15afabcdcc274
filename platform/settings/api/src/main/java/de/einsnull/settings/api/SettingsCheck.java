package de.einsnull.settings.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks at what metatype cannot say: settings that do not go together, a file that must exist. Register it as an OSGi
 * service with the property {@value #PID}. It is asked when everything else is right, before the settings are applied.
 */
@ConsumerType
public interface SettingsCheck {

    /** Service property: PID or factory PID of the settings, a {@code String} or {@code String[]}. */
    String PID = "einsnull.settings.pid";

    /**
     * Checks settings. Called on a thread that a person waits for: answer within a second.
     *
     * @param properties settings by id, typed as the configuration will be, without those that are not set; secrets are
     *     references or, when just typed, plain: keep them out of logs and messages
     * @param language language of the messages
     * @return objections with the code {@link Fault.Code#MODULE} and a message that says what to do; empty if all is right
     */
    List<Fault> check(Map<String, Object> properties, Locale language);
}
