package de.einsnull.data.jpa.outbox;

import de.einsnull.data.jpa.DataConfig;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets events that were handled so long ago that no second delivery can come. */
@Component(
        service = {},
        configurationPid = DataConfig.PID,
        immediate = true)
public final class ProcessedEventsPurge {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessedEventsPurge.class);
    private static final Duration FIRST = Duration.ofMinutes(5);
    private static final Duration INTERVAL = Duration.ofHours(6);

    private final DataSource source;
    private final Duration kept;
    private final ScheduledExecutorService scheduler;

    @Activate
    public ProcessedEventsPurge(
            @Reference(target = "(einsnull.schema=platform)") DataSource source, DataConfig config) {
        this.source = source;
        this.kept = Duration.ofDays(Math.max(1, Math.min(3_650, config.processedEventsKeptInDays())));
        this.scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "einsnull-data-purge");
            thread.setDaemon(true);
            return thread;
        });
        var unused = scheduler.scheduleWithFixedDelay(
                this::purge, FIRST.toMinutes(), INTERVAL.toMinutes(), TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        scheduler.shutdownNow();
    }

    private void purge() {
        try {
            LOG.debug("Forgot {} handled events", purge(Clock.systemUTC().instant()));
        } catch (SQLException | RuntimeException e) {
            LOG.warn("Old handled events could not be deleted; trying again later", e);
        }
    }

    /** Deletes what is too old at a time; returns how many rows. */
    int purge(Instant now) throws SQLException {
        try (var connection = source.getConnection();
                var delete =
                        connection.prepareStatement("delete from platform.processed_event where processed_at < ?")) {
            delete.setObject(1, now.minus(kept).atOffset(ZoneOffset.UTC));
            return delete.executeUpdate();
        }
    }
}
