package de.einsnull.data.jpa.outbox;

import de.einsnull.bus.api.EventPublisher;
import de.einsnull.data.api.Outbox;
import de.einsnull.data.jpa.DataConfig;
import de.einsnull.data.jpa.database.Failures;
import de.einsnull.health.api.CheckLog;
import de.einsnull.health.api.CheckWords;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the relay while both the database and the bus are there, and says how it goes. */
@Component(
        service = {HealthCheck.class, OutboxService.class},
        configurationPid = DataConfig.PID,
        immediate = true,
        property = {HealthCheck.NAME + "=Outbox", HealthCheck.TAGS + "=data"})
public final class OutboxService implements HealthCheck {

    private static final CheckWords WORDS = CheckWords.of(OutboxService.class);

    private static final Logger LOG = LoggerFactory.getLogger(OutboxService.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration COUNT_INTERVAL = Duration.ofSeconds(5);
    private static final long STOP_MILLIS = 5_000;

    private final OutboxRelay relay;
    private final Outbox outbox;
    private final CommitHints hints;
    private final Pace pace;
    private final int batchSize;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile String problem = "";
    private volatile long pending;
    private long counted = System.nanoTime() - COUNT_INTERVAL.toNanos();

    @Activate
    public OutboxService(
            @Reference(target = "(einsnull.schema=platform)") DataSource source,
            @Reference EventPublisher publisher,
            @Reference Outbox outbox,
            @Reference CommitHints hints,
            DataConfig config) {
        this.batchSize = Math.max(1, Math.min(1_000, config.outboxBatchSize()));
        this.relay = new OutboxRelay(source, publisher, Clock.systemUTC(), batchSize);
        this.outbox = outbox;
        this.hints = hints;
        this.pace = new Pace(
                Duration.ofMillis(Math.max(50, Math.min(60_000, config.outboxPollIntervalInMs()))), LONGEST_PAUSE);
        this.thread = new Thread(this::run, "einsnull-outbox");
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopped = true;
        thread.interrupt();
        thread.join(STOP_MILLIS);
    }

    /** Events that wait, as counted a few seconds ago at most. */
    public long pending() {
        return pending;
    }

    @Override
    public Result execute() {
        var log = new CheckLog(WORDS);
        if (problem.isEmpty()) {
            log.good("check.outbox", pending);
        } else {
            log.warn("check.outbox.stuck", pending, problem);
        }
        return log.result();
    }

    private void run() {
        while (!stopped) {
            try {
                moveAndWait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void moveAndWait() throws InterruptedException {
        try {
            var batch = relay.move();
            report(batch.failed() == 0 ? "" : Failures.reason(batch.failure()));
            count();
            if (batch.brokerAway()) {
                pace.failed();
            } else {
                pace.moved(batch.published(), batchSize);
            }
        } catch (SQLException | RuntimeException e) {
            report(Failures.reason(e));
            pace.failed();
        }
        if (hints.await(pace.pause())) {
            pace.hinted();
        }
    }

    private void count() throws SQLException {
        if (System.nanoTime() - counted >= COUNT_INTERVAL.toNanos()) {
            counted = System.nanoTime();
            pending = outbox.pending();
        }
    }

    private void report(String found) {
        if (!found.isEmpty() && problem.isEmpty()) {
            LOG.warn("Events cannot be published and wait in the outbox: {}", found);
        } else if (found.isEmpty() && !problem.isEmpty()) {
            LOG.info("Events are published again");
        }
        problem = found;
    }
}
