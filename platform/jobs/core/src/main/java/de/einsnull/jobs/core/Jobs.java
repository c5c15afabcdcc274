package de.einsnull.jobs.core;

import de.einsnull.guard.api.Kind;
import de.einsnull.jobs.api.ScheduledJob;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs each {@link ScheduledJob} service at its times while it is there, each run on a thread of its own. One thread
 * looks at the clock; it never waits for a job or the database.
 */
@Component(service = Jobs.class, immediate = true)
public final class Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final long LOOK_IN_MS = 250;
    private static final Duration TO_END = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Clock clock;
    private final JobNotices notices;
    private final JobRunner runner;
    private final Map<String, JobLane> lanes = new ConcurrentHashMap<>();
    private final Map<ScheduledJob, String> refused = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "jobs");
        thread.setDaemon(true);
        return thread;
    });
    private volatile JobTable table;
    private Instant looked = Instant.EPOCH;

    /** Starts without jobs; they come one by one. */
    @Activate
    public Jobs(@Reference JobNotices notices) {
        this(notices, Clock.systemUTC());
        var ignored = looking.scheduleWithFixedDelay(this::look, LOOK_IN_MS, LOOK_IN_MS, TimeUnit.MILLISECONDS);
        LOG.trace("Looking with {}", ignored);
    }

    Jobs(JobNotices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
        this.runner = new JobRunner(() -> table, notices, clock);
    }

    @Reference(
            target = "(einsnull.schema=jobs)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setSource(DataSource source) {
        table = new JobTable(source, clock);
        lanes.values().forEach(this::catchUp);
    }

    void unsetSource(DataSource source) {
        LOG.debug("{} has gone", source);
        table = null;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addJob(ScheduledJob job, Map<String, Object> properties) {
        try {
            var lane = new JobLane(JobSpec.of(properties), job, clock.instant());
            if (lanes.putIfAbsent(lane.spec().name(), lane) != null) {
                throw new IllegalArgumentException(
                        "There is another job with the name " + lane.spec().name());
            }
            catchUp(lane);
        } catch (IllegalArgumentException e) {
            LOG.error("{} is not run: {}", job.getClass().getName(), e.getMessage());
            refused.put(job, job.getClass().getName() + ": " + e.getMessage());
        }
    }

    void removeJob(ScheduledJob job) {
        refused.remove(job);
        lanes.values().stream()
                .filter(lane -> lane.job().equals(job))
                .findFirst()
                .ifPresent(lane -> {
                    lanes.remove(lane.spec().name(), lane);
                    lane.close(FAREWELL);
                });
    }

    @Deactivate
    void close() {
        looking.shutdownNow();
        List.copyOf(lanes.values()).forEach(lane -> removeJob(lane.job()));
    }

    /** Begins what is due and interrupts what takes too long. */
    void look() {
        var now = clock.instant();
        if (now.isBefore(looked)) {
            LOG.warn("The clock went back from {} to {}; the times of jobs are reckoned anew", looked, now);
            lanes.values().forEach(lane -> lane.clockWentBack(now));
        }
        looked = now;
        for (var lane : lanes.values()) {
            try {
                look(lane);
            } catch (RuntimeException e) {
                LOG.error("Job {} cannot be looked after", lane.spec().name(), e);
            }
        }
    }

    private void look(JobLane lane) {
        var now = clock.instant();
        switch (lane.look(now, TO_END)) {
            case LATE -> notices.strike(lane.spec(), Kind.TIMED_OUT, null);
            case STUCK -> notices.strike(lane.spec(), Kind.STUCK, null);
            case NONE -> begin(lane, now);
        }
    }

    private void begin(JobLane lane, Instant now) {
        var planned = new Instant[1];
        var thread = thread(lane, () -> runner.run(lane, planned[0]));
        planned[0] = lane.takeDue(now, thread);
        if (planned[0] != null) {
            thread.start();
        }
    }

    private static Thread thread(JobLane lane, Runnable work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } finally {
                        lane.leave();
                    }
                },
                "job-" + lane.spec().name());
        thread.setDaemon(true);
        return thread;
    }

    private void catchUp(JobLane lane) {
        if (!lane.spec().catchUp() || table == null) {
            return;
        }
        var thread = thread(lane, () -> {
            try {
                runner.missedTime(lane.spec()).ifPresent(time -> runner.run(lane, time));
            } catch (SQLException e) {
                LOG.warn("What job {} missed cannot be read: {}", lane.spec().name(), e.getMessage());
            }
        });
        if (lane.take(thread)) {
            thread.start();
        }
    }

    /** Runs a job now; false if it is running, empty if it is not there. */
    Optional<Boolean> runNow(String name) {
        return Optional.ofNullable(lanes.get(name)).map(lane -> {
            var thread = thread(lane, () -> runner.run(lane, clock.instant()));
            boolean taken = lane.take(thread);
            if (taken) {
                thread.start();
            }
            return taken;
        });
    }

    /** Jobs on this node. */
    Collection<JobLane> lanes() {
        return lanes.values();
    }

    /** Sentences about jobs that are not run because they are not declared right. */
    Collection<String> refused() {
        return refused.values();
    }

    /** What the database knows, by name; empty while it is not there. */
    Map<String, JobRow> rows() throws SQLException {
        var now = table;
        return now == null ? Map.of() : now.rows();
    }
}
