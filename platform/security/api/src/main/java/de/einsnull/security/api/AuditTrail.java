package de.einsnull.security.api;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The record of what happened that matters for security. Entries can be added and read, not changed. Thread-safe. */
@ProviderType
public interface AuditTrail {

    /**
     * Adds an entry; the time is taken now.
     *
     * @param actor id of the account, or empty when nobody was logged in
     * @param action stable code, for example {@code login.failed}
     * @param object what it was done to, without personal data beyond account ids
     * @param success whether it succeeded
     */
    void record(String actor, String action, String object, boolean success);

    /**
     * Reads the newest entries.
     *
     * @param limit 1 to 1,000
     * @return entries, newest first
     */
    List<Entry> newest(int limit);

    /**
     * One entry.
     *
     * @param at when (UTC)
     * @param actor account id, may be empty
     * @param action code
     * @param object what it was done to
     * @param success whether it succeeded
     */
    record Entry(Instant at, String actor, String action, String object, boolean success) {}
}
