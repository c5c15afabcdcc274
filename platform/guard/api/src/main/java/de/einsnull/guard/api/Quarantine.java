package de.einsnull.guard.api;

import de.einsnull.health.api.Sentence;
import java.time.Instant;

/**
 * A bundle that was stopped because it did harm.
 *
 * @param bundleId id of the bundle
 * @param symbolicName its name
 * @param version its version
 * @param since when it was stopped
 * @param kind what it did
 * @param strikes how often it did so within the window
 * @param where what was called the last time, empty if nothing was
 * @param cause what it threw the last time, empty if it threw nothing
 * @param stopped false if it does not come back from its stop: then only a restart of the platform ends it
 * @param german what happened and what to do, in German
 * @param english the same in English
 * @param sentence the same for pages, which say it in any language of the portal
 */
public record Quarantine(
        long bundleId,
        String symbolicName,
        String version,
        Instant since,
        Kind kind,
        int strikes,
        String where,
        String cause,
        boolean stopped,
        String german,
        String english,
        Sentence sentence) {}
