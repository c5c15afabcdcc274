package de.einsnull.jobs.core;

import de.einsnull.guard.api.Kind;
import de.einsnull.jobs.api.JobRun;
import de.einsnull.jobs.core.JobRow.Outcome;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a job once, on the calling thread, if no other node does. */
final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final int MESSAGE = 300;

    private final Supplier<JobTable> tables;
    private final JobNotices notices;
    private final Clock clock;

    JobRunner(Supplier<JobTable> tables, JobNotices notices, Clock clock) {
        this.tables = tables;
        this.notices = notices;
        this.clock = clock;
    }

    private record Result(Outcome outcome, String message) {}

    /** Runs for a time. The caller has taken the lane and leaves it. */
    void run(JobLane lane, Instant planned) {
        var table = tables.get();
        if (table == null) {
            lane.postpone(planned, clock.instant().plus(AGAIN), "the database is not there");
            return;
        }
        try {
            table.ensure(lane.spec().name());
            var row = table.row(lane.spec().name());
            long missed = missed(lane.spec(), row.flatMap(JobRow::planned), planned);
            if (table.claim(lane.spec(), planned, missed)) {
                var run = new JobRun(planned, missed, row.flatMap(JobRow::succeeded));
                finish(table, lane, call(lane, run));
            }
        } catch (SQLException e) {
            LOG.warn("Job {} waits for the database: {}", lane.spec().name(), e.getMessage());
            lane.postpone(planned, clock.instant().plus(AGAIN), "the database is not there");
        }
    }

    /** Times between the last run and this one. */
    private static long missed(JobSpec job, Optional<Instant> last, Instant planned) {
        return last.map(before -> job.schedule().count(before, planned.minusMillis(1)))
                .orElse(0L);
    }

    /** The time that a run should make up for, if the job wants that and there is one. */
    Optional<Instant> missedTime(JobSpec job) throws SQLException {
        var table = tables.get();
        if (table == null || !job.catchUp()) {
            return Optional.empty();
        }
        return table.row(job.name())
                .flatMap(JobRow::planned)
                .map(last -> job.schedule().last(last, clock.instant()).equals(last)
                        ? null
                        : job.schedule().last(last, clock.instant()));
    }

    private Result call(JobLane lane, JobRun run) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(lane.job().getClass().getClassLoader());
        long start = System.nanoTime();
        Result result;
        try {
            lane.called(clock.instant());
            var said = lane.job().run(run);
            result = lane.isLate() ? late(lane) : new Result(Outcome.SUCCEEDED, said == null ? "" : said);
        } catch (Throwable e) { // errors of a module's class must not end more than this run
            result = failed(lane, e);
        } finally {
            thread.setContextClassLoader(before);
        }
        notices.ran(lane.spec().name(), result.outcome(), Duration.ofNanos(System.nanoTime() - start));
        // The interrupt that ended it has done its work; the result must still be written.
        if (Thread.interrupted()) {
            LOG.debug("Job {} was interrupted", lane.spec().name());
        }
        return result;
    }

    private Result failed(JobLane lane, Throwable e) {
        if (lane.isLate()) {
            return late(lane);
        }
        if (lane.isGone()) {
            return new Result(Outcome.STOPPED, "its module was stopped");
        }
        LOG.error("Job {} failed", lane.spec().name(), e);
        notices.strike(lane.spec(), Kind.THREW, e);
        return new Result(Outcome.FAILED, describe(e));
    }

    private static Result late(JobLane lane) {
        return new Result(
                Outcome.TIMED_OUT, "took longer than " + lane.spec().limit().toSeconds() + " s");
    }

    private static String describe(Throwable thrown) {
        var text = String.valueOf(thrown.getMessage());
        var all = thrown.getClass().getSimpleName()
                + (thrown.getMessage() == null
                        ? ""
                        : ": " + text.lines().findFirst().orElse(""));
        return all.length() > MESSAGE ? all.substring(0, MESSAGE) : all;
    }

    private void finish(JobTable table, JobLane lane, Result result) throws SQLException {
        table.finish(lane.spec().name(), result.outcome(), result.message());
    }
}
