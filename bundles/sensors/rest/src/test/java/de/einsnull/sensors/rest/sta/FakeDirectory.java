package de.einsnull.sensors.rest.sta;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.ObservationQuery;
import de.einsnull.sensors.api.ObservedProperties;
import de.einsnull.sensors.api.ObservedProperty;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.SensorModel;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.ThingQuery;
import de.einsnull.sensors.api.Value;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Two open things, each with temperature; the second one also has a door that is not open data. 250 observations. */
final class FakeDirectory implements SensorDirectory {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Channel temperature = Channel.number("air_temperature", "Cel", ObservedProperties.AIR_TEMPERATURE);
    private final List<Observation> observations = IntStream.range(0, 250)
            .mapToObj(i -> new Observation(11, NOON.plusSeconds(i), NOON.plusSeconds(i), i, Value.of(i)))
            .toList();

    @Override
    public long version() {
        return 1;
    }

    private Thing thing(long id, String name, Optional<Position> position, boolean openOnly) {
        var open = new Datastream(
                10 + id, id, "Lufttemperatur, " + name, temperature, 5, 7, true, "CC0-1.0", Optional.empty());
        var door =
                new Datastream(20 + id, id, "Tür", Channel.flag("door", "urn:door"), 6, 8, false, "", Optional.empty());
        return new Thing(
                id,
                name,
                "",
                "weather",
                "Mitte",
                position,
                position.isPresent() ? 100 + id : 0,
                false,
                Map.of("height", "2"),
                openOnly ? List.of(open) : List.of(open, door));
    }

    @Override
    public Page<Thing> things(ThingQuery query) {
        var all = List.of(
                thing(1, "Rathaus", Optional.of(new Position(8.1, 51.8)), query.openOnly()),
                thing(2, "Bauhof", Optional.empty(), query.openOnly()));
        return new Page<>(all, all.size());
    }

    @Override
    public Optional<Thing> thing(long id) {
        return Optional.empty();
    }

    @Override
    public Optional<Datastream> datastream(long id) {
        return Optional.empty();
    }

    @Override
    public Page<Observation> observations(long datastream, ObservationQuery query) {
        Comparator<Observation> order = Comparator.comparing(Observation::phenomenonTime);
        var all = observations.stream()
                .filter(o -> o.datastream() == datastream)
                .filter(o -> !o.phenomenonTime().isBefore(query.from())
                        && o.phenomenonTime().isBefore(query.to()))
                .sorted(query.ascending() ? order : order.reversed())
                .toList();
        var items = all.stream().skip(query.offset()).limit(query.limit()).toList();
        return new Page<>(items, query.count() ? all.size() : -1);
    }

    @Override
    public List<Observation> history(long datastream, Instant from, Instant to, int maxPoints) {
        return List.of();
    }

    @Override
    public List<SensorModel> models() {
        return List.of(
                new SensorModel(5, "wx", "Wetter X", "https://example.org/wx"), new SensorModel(6, "d", "D", ""));
    }

    @Override
    public List<ObservedProperty> observedProperties() {
        return List.of(
                new ObservedProperty(7, ObservedProperties.AIR_TEMPERATURE, "Lufttemperatur"),
                new ObservedProperty(8, "urn:door", "Tür"));
    }
}
