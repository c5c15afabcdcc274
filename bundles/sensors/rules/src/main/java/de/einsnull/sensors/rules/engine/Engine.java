package de.einsnull.sensors.rules.engine;

import de.einsnull.sensors.api.ObservationListener;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.rules.store.RuleStore;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Evaluates the rules a second after something was stored, and every ten seconds anyway, because silence is not told. What
 * the listener hears only says that there is something to read: what is lost on a crash is read at the next evaluation.
 */
@Component(
        immediate = true,
        service = {ObservationListener.class, HealthCheck.class},
        property = {HealthCheck.NAME + "=Sensor rules", HealthCheck.TAGS + "=sensors"})
public final class Engine implements ObservationListener, HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final long TICK_MILLIS = 1_000;

    private final Evaluation evaluation;
    private final RuleStore rules;
    private final Clock clock;
    private final AtomicBoolean news = new AtomicBoolean(true);
    private final ScheduledExecutorService timer;
    private Instant evaluated = Instant.EPOCH;
    private long version = -1;
    private volatile String trouble = "";

    /**
     * Starts evaluating.
     *
     * @param evaluation brings rules up to date
     * @param rules says when rules were changed
     */
    @Activate
    public Engine(@Reference Evaluation evaluation, @Reference RuleStore rules) {
        this(evaluation, rules, Clock.systemUTC());
        var ignored = timer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        LOG.debug("Sensor rules are evaluated: {}", ignored.isDone());
    }

    Engine(Evaluation evaluation, RuleStore rules, Clock clock) {
        this.evaluation = evaluation;
        this.rules = rules;
        this.clock = clock;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "sensors-rules");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    void stop() throws InterruptedException {
        timer.shutdown();
        if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
            timer.shutdownNow();
        }
    }

    @Override
    public void observed(List<Change> changes) {
        news.set(true);
    }

    /** Evaluates if there is a reason to. Whatever fails is tried again at the next tick. */
    void tick() {
        var now = clock.instant();
        long latest = rules.version();
        boolean due = !now.isBefore(evaluated.plus(IDLE));
        if (!news.getAndSet(false) && !due && latest == version) {
            return;
        }
        try {
            evaluation.run(now);
            evaluated = now;
            version = latest;
            trouble = "";
        } catch (SQLException | RuntimeException e) {
            news.set(true);
            failed(e);
        }
    }

    private void failed(Exception e) {
        if (trouble.isEmpty()) {
            if (e instanceof SensorDataException || e instanceof SQLException) {
                LOG.warn("Rules cannot be evaluated at the moment; nothing is missed, it is made up for", e);
            } else {
                LOG.error("Rules cannot be evaluated", e);
            }
        }
        trouble = String.valueOf(e.getMessage());
    }

    @Override
    public Result execute() {
        String now = trouble;
        return now.isEmpty()
                ? new Result(Result.Status.OK, "Rules are evaluated")
                : new Result(
                        Result.Status.CRITICAL,
                        "Rules cannot be evaluated, see whether the database is well; what is missed is made up for: "
                                + now);
    }
}
