package de.einsnull.jobs.core;

import java.time.Instant;
import java.util.Optional;

/**
 * What the database knows of a job.
 *
 * @param name its name
 * @param planned time for which it was run last, by any node
 * @param running whether a node runs it, or has died while it did so and not long ago
 * @param begun when the last run began
 * @param ended when the last run ended
 * @param outcome how it ended
 * @param message what it said, or why it failed
 * @param succeeded when the last run that succeeded began
 * @param runs how many runs there were
 * @param failures how many of them failed
 * @param missed how many times were missed in all
 */
record JobRow(
        String name,
        Optional<Instant> planned,
        boolean running,
        Optional<Instant> begun,
        Optional<Instant> ended,
        Outcome outcome,
        String message,
        Optional<Instant> succeeded,
        long runs,
        long failures,
        long missed) {

    /** How a run ended. */
    enum Outcome {
        /** There was none yet. */
        NEVER,
        /** It did what it should. */
        SUCCEEDED,
        /** It threw. */
        FAILED,
        /** It took longer than it may. */
        TIMED_OUT,
        /** Its module or the platform stopped meanwhile. */
        STOPPED
    }
}
