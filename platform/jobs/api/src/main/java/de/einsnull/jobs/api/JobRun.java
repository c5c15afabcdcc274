package de.einsnull.jobs.api;

import java.time.Instant;
import java.util.Optional;

/**
 * One run of a job.
 *
 * @param planned when it should have begun; for a run by hand, when it was asked for
 * @param missed how many runs before this one were missed because the platform or the module did not run; they are not
 *     made up for one by one
 * @param previousSuccess when the last run that succeeded began, to know from where on to work; empty for the first
 */
public record JobRun(Instant planned, long missed, Optional<Instant> previousSuccess) {}
