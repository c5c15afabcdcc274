package de.einsnull.sensors.testkit;

import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.ObservationQuery;
import de.einsnull.sensors.api.ObservedProperty;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.SensorModel;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.ThingQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A city's sensors in memory, with a database that can be taken away. It answers queries as the real directory does, but
 * {@link #history} gives every observation, however many points are wanted. For one thread at a time.
 */
public final class FakeSensorDirectory implements SensorDirectory {

    private final Map<Long, Thing> things = new TreeMap<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<SensorModel> models = new ArrayList<>();
    private final List<ObservedProperty> properties = new ArrayList<>();
    private boolean away;
    private long version = 1;
    private int queries;

    /**
     * Adds a thing, or replaces the one with its id.
     *
     * @param thing with its datastreams and their last values
     */
    public void put(Thing thing) {
        things.put(thing.id(), thing);
        version++;
    }

    /**
     * Adds observations that the database gives back; the last values of things do not change.
     *
     * @param more in any order
     */
    public void observe(Observation... more) {
        observations.addAll(List.of(more));
    }

    /**
     * Adds a model of devices.
     *
     * @param model the model
     */
    public void put(SensorModel model) {
        models.add(model);
    }

    /**
     * Adds something that is observed.
     *
     * @param property what is observed
     */
    public void put(ObservedProperty property) {
        properties.add(property);
    }

    /**
     * Takes the database away or brings it back. Things with their last values are there all the time.
     *
     * @param isAway whether observations cannot be had
     */
    public void setAway(boolean isAway) {
        away = isAway;
    }

    /**
     * How often things were asked for.
     *
     * @return number of calls of {@link #things}
     */
    public int queries() {
        return queries;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Page<Thing> things(ThingQuery query) {
        queries++;
        var found = things.values().stream()
                .filter(matches(query))
                .map(thing -> query.openOnly() ? open(thing) : thing)
                .filter(thing -> !query.openOnly() || !thing.datastreams().isEmpty())
                .toList();
        return new Page<>(
                found.stream().skip(query.offset()).limit(query.limit()).toList(), found.size());
    }

    private static Predicate<Thing> matches(ThingQuery query) {
        String text = query.text().strip().toLowerCase(Locale.ROOT);
        return thing -> (query.kinds().isEmpty() || query.kinds().contains(thing.kind()))
                && (query.group().isEmpty() || query.group().get().equals(thing.group()))
                && Stream.of(thing.name(), thing.description(), thing.group())
                        .anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(text));
    }

    private static Thing open(Thing thing) {
        var streams = thing.datastreams().stream().filter(Datastream::open).toList();
        return new Thing(
                thing.id(),
                thing.name(),
                thing.description(),
                thing.kind(),
                thing.group(),
                thing.position(),
                thing.location(),
                thing.demo(),
                thing.properties(),
                streams);
    }

    @Override
    public Optional<Thing> thing(long id) {
        return Optional.ofNullable(things.get(id));
    }

    @Override
    public Optional<Datastream> datastream(long id) {
        return things.values().stream()
                .flatMap(thing -> thing.datastreams().stream())
                .filter(stream -> stream.id() == id)
                .findFirst();
    }

    @Override
    public Page<Observation> observations(long datastream, ObservationQuery query) {
        var oldestFirst = history(datastream, query.from(), query.to(), Page.MAX);
        var order = Comparator.comparing(Observation::phenomenonTime);
        var page = oldestFirst.stream()
                .sorted(query.ascending() ? order : order.reversed())
                .skip(query.offset())
                .limit(query.limit())
                .toList();
        return new Page<>(page, query.count() ? oldestFirst.size() : -1);
    }

    @Override
    public List<Observation> history(long datastream, Instant from, Instant to, int maxPoints) {
        if (away) {
            throw new SensorDataException("database away", null);
        }
        return observations.stream()
                .filter(one -> one.datastream() == datastream)
                .filter(one -> !one.phenomenonTime().isBefore(from)
                        && one.phenomenonTime().isBefore(to))
                .sorted(Comparator.comparing(Observation::phenomenonTime))
                .toList();
    }

    @Override
    public List<SensorModel> models() {
        return List.copyOf(models);
    }

    @Override
    public List<ObservedProperty> observedProperties() {
        return List.copyOf(properties);
    }
}
