package de.einsnull.sensors.rules.engine;

import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.ObservationQuery;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.rules.evaluate.Machine;
import de.einsnull.sensors.rules.model.Condition;
import de.einsnull.sensors.rules.model.ReadingText;
import de.einsnull.sensors.rules.model.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The series that the conditions of a rule look at, for one thing. For one thread. */
public final class Series {

    private static final int PAGE = 1_000;
    private static final int MOST_PAGES = 20;
    private static final int LONGEST_KEPT = 600;

    private final List<Condition> conditions;
    private final List<Optional<Datastream>> streams;
    private final SensorDirectory directory;

    private Series(List<Condition> conditions, List<Optional<Datastream>> streams, SensorDirectory directory) {
        this.conditions = conditions;
        this.streams = streams;
        this.directory = directory;
    }

    /**
     * A value of one of the series.
     *
     * @param condition number of the condition, from 0
     * @param at time of the value (UTC)
     * @param value the value
     */
    public record Sample(int condition, Instant at, Value value) {}

    /** Finds the series of a thing. */
    public static Series of(Rule rule, Thing thing, SensorDirectory directory) {
        var streams = rule.conditions().stream()
                .map(condition -> (condition.thing() == 0 ? Optional.of(thing) : directory.thing(condition.thing()))
                        .flatMap(one -> one.datastream(condition.channel())))
                .toList();
        return new Series(rule.conditions(), streams, directory);
    }

    /**
     * What a machine has not seen yet, oldest first. One that has seen nothing gets the newest value first, however old,
     * because it is how things are.
     *
     * @param machine the machine
     * @param begun since when it watches
     */
    List<Sample> since(Machine machine, Instant begun) {
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < streams.size(); i++) {
            var last = streams.get(i).flatMap(Datastream::last);
            var seen = machine.seen(i);
            if (last.isEmpty()
                    || seen.filter(at -> !last.get().phenomenonTime().isAfter(at))
                            .isPresent()) {
                continue;
            }
            if (seen.isEmpty() && !last.get().phenomenonTime().isAfter(begun)) {
                samples.add(sample(i, last.get()));
            } else {
                read(i, seen.map(at -> at.plusNanos(1_000)).orElse(begun), ObservationQuery.LATEST, samples);
            }
        }
        return sorted(samples);
    }

    /** All values of a time, oldest first; at most 20,000 of each series. */
    public List<Sample> between(Instant from, Instant to) {
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < streams.size(); i++) {
            read(i, from, to, samples);
        }
        return sorted(samples);
    }

    private void read(int i, Instant from, Instant to, List<Sample> samples) {
        if (streams.get(i).isEmpty()) {
            return;
        }
        long id = streams.get(i).get().id();
        for (int page = 0; page < MOST_PAGES; page++) {
            var query = new ObservationQuery(from, to, true, page * PAGE, PAGE, false);
            var found = directory.observations(id, query).items();
            found.forEach(one -> samples.add(sample(i, one)));
            if (found.size() < PAGE) {
                return;
            }
        }
    }

    private static Sample sample(int i, Observation one) {
        return new Sample(i, one.phenomenonTime(), one.value());
    }

    private static List<Sample> sorted(List<Sample> samples) {
        samples.sort(Comparator.comparing(Sample::at).thenComparing(Sample::condition));
        return samples;
    }

    /** Values of a transition with channel and unit. */
    public List<ReadingText> readings(List<String> values) {
        return IntStream.range(0, conditions.size())
                .mapToObj(i -> new ReadingText(
                        conditions.get(i).channel(),
                        values.get(i)
                                .substring(
                                        0, Math.min(LONGEST_KEPT, values.get(i).length())),
                        streams.get(i).map(s -> s.channel().unit()).orElse("")))
                .toList();
    }
}
