package de.einsnull.guard.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of quarantines. Register it as an OSGi service. Called on a thread of the guard, one call at a time; return
 * quickly.
 */
@ConsumerType
public interface GuardListener {

    /**
     * A bundle was put into quarantine, or something about its quarantine changed.
     *
     * @param quarantine which and why
     */
    void quarantined(Quarantine quarantine);

    /**
     * A quarantine ended.
     *
     * @param quarantine the quarantine
     * @param actor account that released it, {@code platform} if the bundle was updated, removed or started by other means
     */
    void released(Quarantine quarantine, String actor);
}
