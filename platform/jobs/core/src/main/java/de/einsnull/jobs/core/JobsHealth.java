package de.einsnull.jobs.core;

import de.einsnull.jobs.core.JobRow.Outcome;
import java.sql.SQLException;
import java.util.Map;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Warns of jobs that failed the last time or cannot be run. */
@Component(property = {"hc.name=Scheduled jobs", "hc.tags=jobs"})
public final class JobsHealth implements HealthCheck {

    private final Jobs jobs;

    /** Asks these jobs. */
    @Activate
    public JobsHealth(@Reference Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Result execute() {
        var log = new FormattingResultLog();
        jobs.refused().forEach(problem -> log.warn("{}. The vendor of the module has to correct it.", problem));
        Map<String, JobRow> rows;
        try {
            rows = jobs.rows();
        } catch (SQLException e) {
            log.warn(
                    "What became of the jobs cannot be read: {}. They wait until the database is back.",
                    e.getMessage());
            return new Result(log);
        }
        for (var lane : jobs.lanes()) {
            check(lane, rows.get(lane.spec().name()), log);
        }
        // A log without a line counts as a warning.
        if (!log.iterator().hasNext()) {
            log.info("{} jobs, none failed the last time.", jobs.lanes().size());
        }
        return new Result(log);
    }

    private static void check(JobLane lane, JobRow row, FormattingResultLog log) {
        if (!lane.trouble().isEmpty()) {
            log.warn("Job {} waits: {}.", lane.spec().name(), lane.trouble());
        }
        if (lane.isLate()) {
            log.warn(
                    "Job {} takes longer than {} s and does not end. It holds a thread; stop its module.",
                    lane.spec().name(),
                    lane.spec().limit().toSeconds());
        } else if (row != null && (row.outcome() == Outcome.FAILED || row.outcome() == Outcome.TIMED_OUT)) {
            log.warn(
                    "Job {} failed: {}. It runs again at {}, or start it on the page verwaltung/aufgaben.",
                    lane.spec().name(),
                    row.message(),
                    lane.due());
        }
    }
}
