package de.einsnull.jobs.core;

import de.einsnull.guard.api.Kind;
import de.einsnull.guard.api.ModuleGuard;
import de.einsnull.health.api.Metrics;
import de.einsnull.jobs.core.JobRow.Outcome;
import java.time.Duration;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Tells metrics and guard, where they are there. Thread-safe. */
@Component(service = JobNotices.class)
public final class JobNotices {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Metrics metrics;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile ModuleGuard guard;

    /** Starts with nobody listening. */
    @Activate
    public JobNotices() {}

    void ran(String job, Outcome outcome, Duration took) {
        var now = metrics;
        if (now != null) {
            var label = outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
            now.timer("jobs.runs", "Runs of scheduled jobs", "job", job, "outcome", label)
                    .record(took);
        }
    }

    void strike(JobSpec job, Kind kind, Throwable cause) {
        var now = guard;
        if (now != null) {
            now.strike(job.bundleId(), kind, "job " + job.name(), cause);
        }
    }
}
