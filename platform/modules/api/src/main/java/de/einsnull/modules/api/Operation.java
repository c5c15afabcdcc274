package de.einsnull.modules.api;

import de.einsnull.health.api.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change that is or was being carried out.
 *
 * @param id what identifies it
 * @param plan what is done
 * @param actor account that asked for it
 * @param startedAt when it began
 * @param progress what was done so far, in order
 * @param outcome how it ended, empty while it runs
 * @param reason why it did not succeed, in German and English as in a finding; empty while it runs and for success
 */
public record Operation(
        String id,
        Plan plan,
        String actor,
        Instant startedAt,
        List<Progress> progress,
        Optional<Outcome> outcome,
        Optional<Finding> reason) {

    /** Makes the list unchangeable. */
    public Operation {
        progress = List.copyOf(progress);
    }

    /**
     * One thing that was done.
     *
     * @param at when
     * @param german what, in German
     * @param english the same in English
     * @param sentence the same for pages
     */
    public record Progress(Instant at, String german, String english, Sentence sentence) {}

    /** How an operation ended. */
    public enum Outcome {
        /** As planned, and the module is well. */
        SUCCEEDED,
        /** The new version did not become well in time; the old one runs again. */
        ROLLED_BACK,
        /** Nothing could be done or undone; somebody has to look. */
        FAILED
    }
}
