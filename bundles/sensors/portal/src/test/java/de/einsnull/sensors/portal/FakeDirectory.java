package de.einsnull.sensors.portal;

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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A directory in memory. */
public final class FakeDirectory implements SensorDirectory {

    public final List<Thing> things = new ArrayList<>();
    public final List<Observation> history = new ArrayList<>();
    public boolean databaseAway;
    public long version = 1;
    public int queries;

    @Override
    public long version() {
        return version;
    }

    @Override
    public Page<Thing> things(ThingQuery query) {
        queries++;
        var found = things.stream()
                .filter(thing -> query.kinds().isEmpty() || query.kinds().contains(thing.kind()))
                .filter(thing -> thing.name()
                        .toLowerCase(Locale.ROOT)
                        .contains(query.text().toLowerCase(Locale.ROOT)))
                .toList();
        return new Page<>(found, found.size());
    }

    @Override
    public Optional<Thing> thing(long id) {
        return things.stream().filter(thing -> thing.id() == id).findFirst();
    }

    @Override
    public Optional<Datastream> datastream(long id) {
        return things.stream()
                .flatMap(thing -> thing.datastreams().stream())
                .filter(stream -> stream.id() == id)
                .findFirst();
    }

    @Override
    public Page<Observation> observations(long datastream, ObservationQuery query) {
        return new Page<>(history(datastream, query.from(), query.to(), Page.MAX), -1);
    }

    @Override
    public List<Observation> history(long datastream, Instant from, Instant to, int maxPoints) {
        if (databaseAway) {
            throw new SensorDataException("database away", null);
        }
        return history.stream()
                .filter(observation -> observation.datastream() == datastream)
                .filter(observation -> !observation.phenomenonTime().isBefore(from)
                        && observation.phenomenonTime().isBefore(to))
                .toList();
    }

    @Override
    public List<SensorModel> models() {
        return List.of(new SensorModel(1, "dragino-lse01", "Dragino LSE01", ""));
    }

    @Override
    public List<ObservedProperty> observedProperties() {
        return List.of();
    }
}
