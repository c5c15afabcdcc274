package de.einsnull.jobs.core;

import java.time.Duration;
import java.time.Instant;

/**
 * A job as the page shows it.
 *
 * @param name its name
 * @param title what its module calls it, the name if it does not say
 * @param module symbolic name of its module
 * @param times when it runs, as its module wrote it
 * @param begun when the last run began, null if there was none
 * @param seconds how long it took
 * @param outcome key of how it ended: {@code never}, {@code running}, {@code succeeded} ...
 * @param state how that looks: a state of the kit
 * @param message what it said, or why it failed
 * @param next when it runs next
 * @param running whether it runs now
 * @param missed how many times were missed in all
 */
public record JobView(
        String name,
        String title,
        String module,
        String times,
        Instant begun,
        double seconds,
        String outcome,
        String state,
        String message,
        Instant next,
        boolean running,
        long missed) {

    static JobView of(JobLane lane, JobRow row, String title, String module) {
        boolean running = lane.isRunning() || (row != null && row.running());
        var outcome = running ? "running" : outcome(row);
        return new JobView(
                lane.spec().name(),
                title,
                module,
                lane.spec().times(),
                row == null ? null : row.begun().orElse(null),
                row == null || running ? 0 : seconds(row),
                outcome,
                state(outcome),
                running || row == null ? "" : row.message(),
                lane.due(),
                running,
                row == null ? 0 : row.missed());
    }

    private static String outcome(JobRow row) {
        return row == null
                ? "never"
                : row.outcome().name().toLowerCase(java.util.Locale.ROOT).replace("_", "");
    }

    private static String state(String outcome) {
        return switch (outcome) {
            case "succeeded" -> "free";
            case "failed", "timedout" -> "fault";
            case "stopped" -> "warning";
            default -> "unknown";
        };
    }

    private static double seconds(JobRow row) {
        return row.begun().isPresent() && row.ended().isPresent()
                ? Duration.between(row.begun().get(), row.ended().get()).toMillis() / 1e3
                : 0;
    }
}
