package de.einsnull.sensors.core.registry;

import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.ObservationQuery;
import de.einsnull.sensors.api.ObservedProperty;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.SensorModel;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.ThingQuery;
import de.einsnull.sensors.core.rollup.LongSeries;
import de.einsnull.sensors.core.store.ObservationReader;
import de.einsnull.sensors.core.store.SensorDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers from the catalogue, and from the database where history is asked for. */
@Component
public final class Directory implements SensorDirectory {

    private static final int MIN_POINTS = 2;

    private final Catalogue catalogue;
    private final ObservationReader reader;
    private final LongSeries longSeries;

    @Activate
    public Directory(@Reference Registry registry, @Reference SensorDatabase database) {
        this(registry.catalogue(), new ObservationReader(database), new LongSeries(database));
    }

    Directory(Catalogue catalogue, ObservationReader reader, LongSeries longSeries) {
        this.catalogue = catalogue;
        this.reader = reader;
        this.longSeries = longSeries;
    }

    @Override
    public long version() {
        return catalogue.version();
    }

    @Override
    public Page<Thing> things(ThingQuery query) {
        Predicate<Datastream> visible = query.openOnly() ? Datastream::open : d -> true;
        var matching = catalogue.things().stream()
                .filter(e -> matches(e.thing(), query))
                .filter(e -> !query.openOnly()
                        || e.streams().values().stream()
                                .anyMatch(s -> s.snapshot().open()))
                .toList();
        var items = matching.stream()
                .skip(query.offset())
                .limit(query.limit())
                .map(e -> e.snapshot(visible))
                .toList();
        return new Page<>(items, matching.size());
    }

    private static boolean matches(Thing thing, ThingQuery query) {
        return (query.kinds().isEmpty() || query.kinds().contains(thing.kind()))
                && query.group().map(thing.group()::equals).orElse(true)
                && contains(thing, query.text().strip().toLowerCase(Locale.ROOT));
    }

    private static boolean contains(Thing thing, String text) {
        return text.isEmpty()
                || java.util.stream.Stream.of(thing.name(), thing.description(), thing.group())
                        .anyMatch(s -> s.toLowerCase(Locale.ROOT).contains(text));
    }

    @Override
    public Optional<Thing> thing(long id) {
        return catalogue.thing(id).map(e -> e.snapshot(d -> true));
    }

    @Override
    public Optional<Datastream> datastream(long id) {
        return catalogue.stream(id).map(Stream::snapshot);
    }

    @Override
    public Page<Observation> observations(long datastream, ObservationQuery query) {
        return reader.page(datastream, query);
    }

    @Override
    public List<Observation> history(long datastream, Instant from, Instant to, int maxPoints) {
        if (maxPoints < MIN_POINTS || maxPoints > Page.MAX) {
            throw new IllegalArgumentException("maxPoints must be 2 to " + Page.MAX);
        }
        return longSeries
                .read(datastream, from, to, maxPoints)
                .orElseGet(() -> reader.history(datastream, from, to, maxPoints));
    }

    @Override
    public List<SensorModel> models() {
        return catalogue.models();
    }

    @Override
    public List<ObservedProperty> observedProperties() {
        return catalogue.properties();
    }
}
