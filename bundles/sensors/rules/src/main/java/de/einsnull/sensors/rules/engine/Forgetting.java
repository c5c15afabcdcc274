package de.einsnull.sensors.rules.engine;

import de.einsnull.jobs.api.JobRun;
import de.einsnull.jobs.api.RunsAt;
import de.einsnull.jobs.api.ScheduledJob;
import de.einsnull.sensors.rules.store.AlertStore;
import de.einsnull.sensors.rules.store.TaskStore;
import java.sql.SQLException;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes alerts that ended and tasks that were done a year ago: they name who took note and who did it. */
@Component
@RunsAt(name = "sensors.rules.forgetting", cron = "40 3 * * *", timeLimitInS = 60, catchUp = true)
public final class Forgetting implements ScheduledJob {

    private static final Duration KEPT = Duration.ofDays(365);

    private final AlertStore alerts;
    private final TaskStore tasks;

    /**
     * Takes what is cleaned up.
     *
     * @param alerts the alerts
     * @param tasks the tasks
     */
    @Activate
    public Forgetting(@Reference AlertStore alerts, @Reference TaskStore tasks) {
        this.alerts = alerts;
        this.tasks = tasks;
    }

    @Override
    public String run(JobRun run) throws SQLException {
        var before = run.planned().minus(KEPT);
        return alerts.forgetBefore(before) + " alerts and " + tasks.forgetBefore(before) + " tasks removed";
    }
}
