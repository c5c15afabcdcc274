package de.einsnull.jobs.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something a module does again and again. Register it as an OSGi service with {@link RunsAt}; it is run while the service
 * is there.
 *
 * <p>Two runs of one job never overlap, and when several nodes share a database only one of them runs it. City IT sees the
 * last run, its result and its cause, and can start one by hand.
 */
@ConsumerType
@FunctionalInterface
public interface ScheduledJob {

    /**
     * Does it once. Called on a thread of the job's own, which is interrupted when the time limit is over or the service
     * goes away.
     *
     * @param run this run
     * @return what was done, one short sentence without personal data, shown to city IT; may be empty
     * @throws Exception when it could not be done: shown to city IT; the next run comes at its time
     */
    String run(JobRun run) throws Exception;
}
