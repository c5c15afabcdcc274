package de.einsnull.settings.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where settings are kept. Settings that stand in a file of {@code etc/} belong to that file: they are read here and changed
 * only there. All others are kept by the platform. Changes are audited with the names of what changed, never with values.
 * Safe for use by several threads.
 */
@ProviderType
public interface SettingsStore {

    /**
     * Settings that are kept.
     *
     * @param pid PID or factory PID
     * @return instances by name; for settings there is only one of, none or one
     * @throws SettingsException if they cannot be read
     */
    List<StoredSettings> list(String pid);

    /**
     * Looks settings up.
     *
     * @param pid PID or factory PID
     * @param instance name of the instance, empty for settings there is only one of
     * @return the settings, empty if nothing is set
     * @throws SettingsException if they cannot be read
     */
    Optional<StoredSettings> find(String pid, String instance);

    /**
     * Checks settings without applying them.
     *
     * @param draft what somebody typed
     * @param language language of messages that come from modules
     * @return what is wrong, in the order of the form; empty if {@link #apply} would accept it
     */
    List<Fault> check(Draft draft, Locale language);

    /**
     * Applies settings: all of them, or none if one is wrong. The module gets them at once.
     *
     * @param draft what somebody typed
     * @param actor id of the account, for the audit trail
     * @param language language of messages that come from modules
     * @return what is wrong and why nothing was applied; empty if it was
     * @throws SettingsException if they cannot be kept
     */
    List<Fault> apply(Draft draft, String actor, Locale language);

    /**
     * Removes settings, and the secrets that were made for them. An instance stops; settings there is only one of go back
     * to their defaults.
     *
     * @param pid PID or factory PID
     * @param instance name of the instance, empty for settings there is only one of
     * @param actor id of the account, for the audit trail
     * @return false if there are none, or if they stand in a file
     * @throws SettingsException if they cannot be removed
     */
    boolean remove(String pid, String instance, String actor);

    /**
     * Whether settings can be tried before they are applied.
     *
     * @param pid PID or factory PID
     * @return true if {@link #test} says something
     */
    boolean isTestable(String pid);

    /**
     * Tries settings without applying them. May block for up to 25 seconds.
     *
     * @param draft what somebody typed, without faults
     * @param language language of the message
     * @return how it went, empty if settings of this kind cannot be tried
     */
    Optional<SettingsTest.Result> test(Draft draft, Locale language);

    /**
     * Everything that is kept, in the format of the OSGi Configurator, without values of secrets.
     *
     * @return JSON
     * @throws SettingsException if it cannot be read
     */
    String export();

    /**
     * Compares an export with what is kept.
     *
     * @param json content of an export
     * @param language language of messages that come from modules
     * @return one entry for each PID of the export, in its order
     * @throws IllegalArgumentException if it is not an export; the message says where
     */
    List<Difference> compare(String json, Locale language);

    /**
     * Applies what differs and is without faults. What is kept and not in the export stays.
     *
     * @param json content of an export
     * @param actor id of the account, for the audit trail
     * @param language language of messages that come from modules
     * @return what {@link #compare} said before
     * @throws IllegalArgumentException if it is not an export; the message says where
     */
    List<Difference> restore(String json, String actor, Locale language);
}
