package de.einsnull.sensors.core.operation;

import de.einsnull.jobs.api.JobRun;
import de.einsnull.jobs.api.RunsAt;
import de.einsnull.jobs.api.ScheduledJob;
import de.einsnull.sensors.core.store.IndexPacking;
import de.einsnull.sensors.core.store.SensorDatabase;
import java.sql.SQLException;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Packs the observations of months that are over, at night. */
@Component(service = ScheduledJob.class)
@RunsAt(name = "sensors.storage", cron = "20 2 * * *", timeLimitInS = 7_200, catchUp = true)
public final class StorageJob implements ScheduledJob {

    private final IndexPacking packing;
    private final Clock clock;

    @Activate
    public StorageJob(@Reference SensorDatabase database) {
        this(database, Clock.systemUTC());
    }

    StorageJob(SensorDatabase database, Clock clock) {
        this.packing = new IndexPacking(database);
        this.clock = clock;
    }

    @Override
    public String run(JobRun run) throws SQLException {
        int packed = packing.pack(clock.instant());
        return packed == 0 ? "Nothing to pack" : packed + " months packed";
    }
}
