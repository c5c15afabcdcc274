package de.einsnull.settings.api;

import java.util.Locale;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** Tries settings before they are applied, for example a connection. Register it as an OSGi service. */
@ConsumerType
public interface SettingsTest {

    /**
     * End of the key of a property that marks a configuration as a trial: a test that needs one for the time of the test
     * sets such a property, and nobody sees it as an instance.
     */
    String SCRATCH = ".scratch";

    /**
     * Whether settings of this kind can be tried.
     *
     * @param pid PID or factory PID
     * @return true if {@link #test} may be called
     */
    boolean supports(String pid);

    /**
     * Tries settings. May block for up to 25 seconds. Nothing is kept.
     *
     * @param pid PID or factory PID
     * @param properties settings by id, typed as the configuration will be; secrets are references
     *     ({@code $[secret:name]}), resolved by the platform when a configuration is delivered
     * @param language language of the message
     * @return how it went
     */
    Result test(String pid, Map<String, Object> properties, Locale language);

    /**
     * How a test went.
     *
     * @param works whether it works
     * @param message what happened and, if it does not work, what to do; without secrets
     */
    record Result(boolean works, String message) {}
}
