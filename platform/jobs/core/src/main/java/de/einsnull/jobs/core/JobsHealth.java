package de.einsnull.jobs.core;

import de.einsnull.health.api.CheckLog;
import de.einsnull.health.api.CheckWords;
import de.einsnull.jobs.core.JobRow.Outcome;
import java.sql.SQLException;
import java.util.Map;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Warns of jobs that failed the last time or cannot be run. */
@Component(property = {"hc.name=Scheduled jobs", "hc.tags=jobs"})
public final class JobsHealth implements HealthCheck {

    private static final CheckWords WORDS = CheckWords.of(JobsHealth.class);

    private final Jobs jobs;

    /** Asks these jobs. */
    @Activate
    public JobsHealth(@Reference Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Result execute() {
        var log = new CheckLog(WORDS);
        jobs.refused().forEach(problem -> log.warn("check.refused", problem));
        Map<String, JobRow> rows;
        try {
            rows = jobs.rows();
        } catch (SQLException e) {
            log.warn("check.away", e.getMessage());
            return log.result();
        }
        for (var lane : jobs.lanes()) {
            check(lane, rows.get(lane.spec().name()), log);
        }
        // A log without a line counts as a warning.
        if (!log.iterator().hasNext()) {
            log.good("check.well", jobs.lanes().size());
        }
        return log.result();
    }

    private static void check(JobLane lane, JobRow row, CheckLog log) {
        if (!lane.trouble().isEmpty()) {
            log.warn("check.waits", lane.spec().name(), lane.trouble());
        }
        if (lane.isLate()) {
            log.warn("check.late", lane.spec().name(), lane.spec().limit().toSeconds());
        } else if (row != null && (row.outcome() == Outcome.FAILED || row.outcome() == Outcome.TIMED_OUT)) {
            log.warn("check.failed", lane.spec().name(), row.message(), lane.due());
        }
    }
}
