package de.einsnull.sensors.portal.page;

import de.einsnull.portal.api.Language;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.ValueType;
import de.einsnull.sensors.portal.chart.Period;
import de.einsnull.sensors.portal.chart.Plot;
import de.einsnull.sensors.portal.chart.Plot.AxisFormat;
import de.einsnull.sensors.portal.chart.Plot.Size;
import de.einsnull.sensors.portal.chart.Sample;
import de.einsnull.sensors.portal.text.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Reads the history of a series and lays it out. */
final class History {

    private static final int POINTS = 288;
    private static final int ROWS = 96;
    private static final Set<String> FROM_ZERO = Set.of("1", "%", "kW", "mm", "m/s", "km/h");

    private final SensorDirectory directory;
    private final Values values;
    private final ZoneId zone;

    History(SensorDirectory directory, Values values, ZoneId zone) {
        this.directory = directory;
        this.values = values;
        this.zone = zone;
    }

    /**
     * Reads a period up to now.
     *
     * @throws de.einsnull.sensors.api.SensorDataException if the database cannot be asked
     */
    SeriesView of(Datastream stream, Period period, Instant now, Language language) {
        var from = now.minus(period.length());
        var observations = directory.history(stream.id(), from, now, POINTS);
        var rows = rows(stream.channel(), observations, language);
        return stream.channel().type() == ValueType.NUMBER
                ? line(stream.channel(), observations, period, now, language, rows)
                : bands(withBefore(stream, observations, from), period, now, rows, observations.isEmpty());
    }

    private SeriesView line(
            Channel channel,
            List<Observation> observations,
            Period period,
            Instant now,
            Language language,
            List<SeriesView.Row> rows) {
        var samples = observations.stream()
                .filter(observation -> observation.value() instanceof Value.Quantity)
                .map(observation ->
                        new Sample(observation.phenomenonTime(), ((Value.Quantity) observation.value()).number()))
                .toList();
        boolean fromZero = FROM_ZERO.contains(channel.unit());
        var axis = AxisFormat.of(values, language);
        var stats = samples.stream().mapToDouble(Sample::value).summaryStatistics();
        return new SeriesView(
                new Plot(Size.WIDE, period, now, zone)
                        .line(samples, fromZero, axis, value -> full(language, channel, value)),
                new Plot(Size.NARROW, period, now, zone).line(samples, fromZero, axis, value -> ""),
                samples.isEmpty(),
                false,
                full(language, channel, stats.getMin()),
                full(language, channel, stats.getMax()),
                full(language, channel, stats.getAverage()),
                0,
                rows);
    }

    private String full(Language language, Channel channel, double value) {
        return values.full(language, channel, Value.of(value));
    }

    /** What a series without numbers said before the period still holds at its beginning. */
    private List<Sample> withBefore(Datastream stream, List<Observation> observations, Instant from) {
        var samples = new ArrayList<Sample>();
        directory.history(stream.id(), from.minus(Duration.ofDays(2)), from, POINTS).stream()
                .reduce((earlier, later) -> later)
                .ifPresent(before -> samples.add(sample(before, from)));
        observations.forEach(observation -> samples.add(sample(observation, observation.phenomenonTime())));
        return samples;
    }

    private static Sample sample(Observation observation, Instant at) {
        return new Sample(at, Values.inUse(observation.value()) ? 1 : 0);
    }

    private SeriesView bands(
            List<Sample> samples, Period period, Instant now, List<SeriesView.Row> rows, boolean nothingNew) {
        return new SeriesView(
                new Plot(Size.WIDE, period, now, zone).bands(samples),
                new Plot(Size.NARROW, period, now, zone).bands(samples),
                nothingNew && samples.isEmpty(),
                true,
                "",
                "",
                "",
                Math.round(100 * shareInUse(samples, now)),
                rows);
    }

    /** Share of the time from the first sample to now in which the thing was in use. */
    static double shareInUse(List<Sample> samples, Instant now) {
        double used = 0;
        double all = 0;
        for (int i = 0; i < samples.size(); i++) {
            var until = i + 1 < samples.size() ? samples.get(i + 1).at() : now;
            double seconds = Duration.between(samples.get(i).at(), until).toSeconds();
            all += seconds;
            used += samples.get(i).value() > 0 ? seconds : 0;
        }
        return all == 0 ? 0 : used / all;
    }

    private List<SeriesView.Row> rows(Channel channel, List<Observation> observations, Language language) {
        var newestFirst = new ArrayList<>(observations);
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .limit(ROWS)
                .map(observation -> new SeriesView.Row(
                        observation.phenomenonTime(), values.full(language, channel, observation.value())))
                .toList();
    }
}
