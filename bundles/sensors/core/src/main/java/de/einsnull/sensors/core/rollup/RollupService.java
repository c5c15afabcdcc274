package de.einsnull.sensors.core.rollup;

import de.einsnull.sensors.api.Rollup;
import de.einsnull.sensors.api.Rollup.Span;
import de.einsnull.sensors.api.Rollups;
import de.einsnull.sensors.core.ingest.Timers;
import de.einsnull.sensors.core.store.SensorDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps numbers put together, in the background, and answers with them. */
@Component(
        immediate = true,
        service = {Rollups.class, RollupService.class})
public final class RollupService implements Rollups {

    private static final Logger LOG = LoggerFactory.getLogger(RollupService.class);
    private static final int PAUSE_SECONDS = 20;

    private final ScheduledExecutorService timer = Timers.single("sensors-rollup");
    private final SensorDatabase database;
    private final Roller roller;
    private final Clock clock;
    private volatile boolean stopped;
    private boolean away;

    @Activate
    public RollupService(@Reference SensorDatabase database) {
        this(database, Clock.systemUTC());
        Timers.every(timer, PAUSE_SECONDS, TimeUnit.SECONDS, this::follow);
    }

    public RollupService(SensorDatabase database, Clock clock) {
        this.database = database;
        this.roller = new Roller(database);
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        stopped = true;
        timer.shutdown();
    }

    /** Works out what is due, until nothing is or the platform stops. */
    public synchronized void follow() {
        try {
            for (var due = roller.due(clock.instant()); !due.isEmpty() && !stopped; due = next(due)) {
                LOG.debug("{} series were put together", due.size());
            }
            away = false;
        } catch (SQLException e) {
            if (!away) {
                LOG.warn("Means of series cannot be kept up to date at the moment, that is tried again", e);
            }
            away = true;
        }
    }

    /** Does these; says what is due then, nothing if all that is left is in the hands of others. */
    private List<Long> next(List<Long> due) throws SQLException {
        int done = 0;
        for (Long datastream : due) {
            if (!stopped && roller.roll(datastream, clock.instant())) {
                done++;
            }
        }
        return done == 0 ? List.of() : roller.due(clock.instant());
    }

    @Override
    public List<Rollup> list(long datastream, Span span, Instant from, Instant to, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST);
        }
        return database.call("list means of a series", c -> RollupTable.list(c, datastream, span, from, to, limit));
    }
}
