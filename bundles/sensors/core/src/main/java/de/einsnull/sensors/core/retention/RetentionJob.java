package de.einsnull.sensors.core.retention;

import de.einsnull.jobs.api.JobRun;
import de.einsnull.jobs.api.RunsAt;
import de.einsnull.jobs.api.ScheduledJob;
import de.einsnull.sensors.api.Retention.Rule;
import de.einsnull.sensors.core.registry.Registry;
import de.einsnull.sensors.core.rollup.RollupService;
import de.einsnull.sensors.core.rollup.Stretches;
import de.einsnull.sensors.core.store.SensorDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes at night what is older than the rules allow. What is not put together yet waits until the next night. */
@Component(service = ScheduledJob.class)
@RunsAt(name = "sensors.retention", cron = "40 2 * * *", timeLimitInS = 7_200, catchUp = true)
public final class RetentionJob implements ScheduledJob {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
    private static final int STREAMS_AT_ONCE = 200;

    private static final String STREAMS = "select id from datastream where observed_property_id = ?"
            + " union select datastream_id from multi_observed_property where observed_property_id = ? order by 1";

    private final SensorDatabase database;
    private final Runnable putTogether;
    private final Consumer<Set<Long>> emptied;
    private final Clock clock;

    @Activate
    public RetentionJob(
            @Reference SensorDatabase database, @Reference RollupService rollups, @Reference Registry registry) {
        this(database, rollups::follow, registry::renewLast, Clock.systemUTC());
    }

    RetentionJob(SensorDatabase database, Runnable putTogether, Consumer<Set<Long>> emptied, Clock clock) {
        this.database = database;
        this.putTogether = putTogether;
        this.emptied = emptied;
        this.clock = clock;
    }

    @Override
    public String run(JobRun run) throws SQLException {
        putTogether.run();
        var rules = database.inTransaction(RetentionRules::list).stream()
                .filter(r -> r.rawDays() > 0)
                .toList();
        var empty = new TreeSet<Long>();
        if (database.isPostgres()) {
            empty.addAll(months(cuts(rules)));
        }
        for (Rule rule : rules) {
            var streams = database.inTransaction(c -> streams(c, rule));
            for (int from = 0; from < streams.size(); from += STREAMS_AT_ONCE) {
                empty.addAll(single(rule, streams.subList(from, Math.min(streams.size(), from + STREAMS_AT_ONCE))));
            }
        }
        if (!empty.isEmpty()) {
            emptied.accept(empty);
        }
        return rules.size() + " rules applied";
    }

    private Set<Long> single(Rule rule, List<Long> streams) throws SQLException {
        return database.inTransaction(c -> {
            var expiry = new Expiry(c, clock.instant());
            var empty = expiry.observations(rule, streams, before(rule.rawDays()));
            if (rule.rollupDays() > 0) {
                expiry.rollups(rule, streams, before(rule.rollupDays()));
            }
            return empty;
        });
    }

    private Instant before(int days) {
        return Stretches.daysBefore(clock.instant(), days);
    }

    private Map<Long, Cut> cuts(List<Rule> rules) throws SQLException {
        var cuts = new HashMap<Long, Cut>();
        for (Rule rule : rules) {
            for (Long stream : database.inTransaction(c -> streams(c, rule))) {
                cuts.merge(
                        stream,
                        new Cut(rule, before(rule.rawDays())),
                        (a, b) -> a.before().isAfter(b.before()) ? a : b);
            }
        }
        return cuts;
    }

    /** A month that is in use at the moment is left to the single removals. */
    private Set<Long> months(Map<Long, Cut> cuts) throws SQLException {
        var empty = new TreeSet<Long>();
        var latest = cuts.values().stream().map(Cut::before).max(Comparator.naturalOrder());
        if (latest.isEmpty()) {
            return empty;
        }
        for (var month : database.inTransaction(c -> WholeMonths.before(c, latest.get()))) {
            try {
                empty.addAll(database.inTransaction(c -> WholeMonths.empty(c, month, cuts, clock.instant())));
            } catch (SQLException e) {
                LOG.info("{} could not be emptied at once, what is too old in it is removed by rows", month.table(), e);
            }
        }
        return empty;
    }

    private static List<Long> streams(Connection c, Rule rule) throws SQLException {
        var streams = new ArrayList<Long>();
        try (var statement = c.prepareStatement(STREAMS)) {
            statement.setLong(1, rule.observedProperty());
            statement.setLong(2, rule.observedProperty());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    streams.add(rows.getLong(1));
                }
            }
        }
        return streams;
    }
}
