package de.example.benches;

import de.einsnull.jobs.api.JobRun;
import de.einsnull.jobs.api.RunsAt;
import de.einsnull.jobs.api.ScheduledJob;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks every night which benches nobody cares for. City IT sees the sentence that it returns. */
@Component
@RunsAt(name = "benches.inspection", cron = "30 3 * * *", timeLimitInS = 60, catchUp = true)
public final class Inspection implements ScheduledJob {

    private final Benches benches;

    @Activate
    public Inspection(@Reference Benches benches) {
        this.benches = benches;
    }

    @Override
    public String run(JobRun run) {
        var all = benches.all();
        long free = all.stream().filter(bench -> !bench.isAdopted()).count();
        return free + " of " + all.size() + " benches wait for somebody";
    }
}
