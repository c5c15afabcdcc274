package de.einsnull.sensors.core.rollup;

import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Rollup;
import de.einsnull.sensors.api.Rollup.Span;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.core.store.ObservationReader;
import de.einsnull.sensors.core.store.SensorDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Series for charts of weeks and years, from what was put together already; only what is not, mostly the last hours, is read
 * one by one.
 */
public final class LongSeries {

    private static final String DUE = "select due_from from observation_book where datastream_id = ?";

    private final SensorDatabase database;
    private final ObservationReader reader;

    public LongSeries(SensorDatabase database) {
        this.database = database;
        this.reader = new ObservationReader(database);
    }

    /**
     * Like {@code SensorDirectory.history}; empty if the points of the chart are closer than what was put together, or if
     * there is nothing of that kind.
     */
    public Optional<List<Observation>> read(long datastream, Instant from, Instant to, int maxPoints) {
        var part = Duration.between(from, to).dividedBy(maxPoints);
        var span = Arrays.stream(Span.values())
                .filter(s -> s.length().compareTo(part) <= 0)
                .max(Comparator.naturalOrder());
        return span.flatMap(s -> read(datastream, s, from, to, part, maxPoints));
    }

    private Optional<List<Observation>> read(
            long datastream, Span span, Instant from, Instant to, Duration part, int maxPoints) {
        var edge = database.call("read a series", c -> edge(c, datastream, to));
        var begin = Stretches.notBefore(span, from);
        var end = Stretches.begin(span, edge);
        var rollups = database.call(
                "read a series", c -> RollupTable.list(c, datastream, span, begin, end, Integer.MAX_VALUE));
        if (rollups.isEmpty()) {
            return Optional.empty();
        }
        var points = new ArrayList<>(points(datastream, rollups, part, from));
        long rest = Duration.between(end, to).dividedBy(part);
        points.addAll(reader.history(datastream, end, to, (int) Math.max(2, Math.min(maxPoints, rest))));
        return Optional.of(points);
    }

    /** Up to when everything is put together. */
    private static Instant edge(Connection c, long datastream, Instant to) throws SQLException {
        try (var statement = c.prepareStatement(DUE)) {
            statement.setLong(1, datastream);
            try (var row = statement.executeQuery()) {
                var due = row.next() ? row.getObject(1, OffsetDateTime.class) : null;
                return due == null || due.toInstant().isAfter(to) ? to : due.toInstant();
            }
        }
    }

    /** One point for each part of the time, at the end of the last stretch in it. */
    private static List<Observation> points(long datastream, List<Rollup> rollups, Duration part, Instant from) {
        var points = new ArrayList<Observation>();
        long its = -1;
        long count = 0;
        double sum = 0;
        for (Rollup rollup : rollups) {
            long now = Duration.between(from, rollup.begins()).dividedBy(part);
            if (now == its) {
                points.remove(points.size() - 1);
            } else {
                count = 0;
                sum = 0;
            }
            its = now;
            count += rollup.count();
            sum += rollup.sum();
            var at = Stretches.next(rollup.span(), rollup.begins());
            points.add(new Observation(datastream, at, at, 0, Value.of(sum / count)));
        }
        return points;
    }
}
