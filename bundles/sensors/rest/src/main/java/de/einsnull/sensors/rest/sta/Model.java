package de.einsnull.sensors.rest.sta;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.ObservedProperty;
import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.SensorModel;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.ThingQuery;
import de.einsnull.sensors.api.ValueType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The open part of the directory as entities of SensorThings. A picture of one version; made anew when that changes. */
final class Model {

    private static final String GEO_JSON = "application/geo+json";
    private static final String OM = "http://www.opengis.net/def/observationType/OGC-OM/2.0/";

    private final SensorDirectory directory;
    private final Map<Long, Thing> things = new TreeMap<>();
    private final Map<Long, Datastream> datastreams = new TreeMap<>();
    private final Map<Long, SensorModel> sensors = new TreeMap<>();
    private final Map<Long, ObservedProperty> properties = new TreeMap<>();

    Model(SensorDirectory directory) {
        this.directory = directory;
        for (Thing thing : directory.things(ThingQuery.open()).items()) {
            things.put(thing.id(), thing);
            thing.datastreams().forEach(d -> datastreams.put(d.id(), d));
        }
        directory.models().stream().filter(m -> uses(d -> d.sensor() == m.id())).forEach(m -> sensors.put(m.id(), m));
        directory.observedProperties().stream()
                .filter(p -> uses(d -> d.observedProperty() == p.id()))
                .forEach(p -> properties.put(p.id(), p));
    }

    private boolean uses(Predicate<Datastream> condition) {
        return datastreams.values().stream().anyMatch(condition);
    }

    /** Entity sets by name, in the order of the service root. */
    Map<String, Supplier<EntitySet>> roots() {
        var roots = new LinkedHashMap<String, Supplier<EntitySet>>();
        roots.put("Things", () -> set("Things", things.values(), this::thing));
        roots.put("Locations", () -> set("Locations", placed(t -> true), this::location));
        roots.put("Datastreams", () -> set("Datastreams", datastreams.values(), this::datastream));
        roots.put("Sensors", () -> set("Sensors", sensors.values(), this::sensor));
        roots.put("ObservedProperties", () -> set("ObservedProperties", properties.values(), this::property));
        roots.put("FeaturesOfInterest", () -> set("FeaturesOfInterest", placed(t -> true), Model::feature));
        roots.put("Observations", AllObservations::new);
        return roots;
    }

    /** Observations can be picked by id; listing all of all datastreams comes with the full standard. */
    private final class AllObservations implements EntitySet {

        @Override
        public Slice slice(Options options) {
            throw StaProblems.notSupported("Observations ohne Datastream / without a Datastream");
        }

        @Override
        public Entity pick(String key) {
            var stream = roots().get("Datastreams").get().pick(ObservationSet.datastreamOf(key));
            return stream.many().get("Observations").get().pick(key);
        }
    }

    private static <T> EntitySet set(String name, Collection<T> items, Function<T, Entity> entity) {
        return new ListedSet(name, items.stream().map(entity).toList());
    }

    private List<Thing> placed(Predicate<Thing> condition) {
        return things.values().stream()
                .filter(t -> t.position().isPresent())
                .filter(condition)
                .toList();
    }

    private EntitySet streams(Predicate<Datastream> condition) {
        return set(
                "Datastreams", datastreams.values().stream().filter(condition).toList(), this::datastream);
    }

    private Entity thing(Thing t) {
        var facts = node();
        new TreeMap<>(t.properties()).forEach(facts::put);
        facts.put("kind", t.kind()).put("group", t.group()).put("demo", t.demo());
        var json = node().put("name", t.name()).put("description", t.description());
        json.set("properties", facts);
        return new Entity(
                "Things",
                t.id(),
                json,
                Map.of(),
                Map.of(
                        "Datastreams", () -> streams(d -> d.thing() == t.id()),
                        "Locations", () -> set("Locations", placed(o -> o.id() == t.id()), this::location)));
    }

    private Entity location(Thing t) {
        var json = place(t, "location");
        return new Entity(
                "Locations",
                t.location(),
                json,
                Map.of(),
                Map.of("Things", () -> set("Things", List.of(t), this::thing)));
    }

    /** The feature that is observed is the place of the thing; it has the id of the location. */
    private static Entity feature(Thing t) {
        return new Entity("FeaturesOfInterest", t.location(), place(t, "feature"), Map.of(), Map.of());
    }

    private static ObjectNode place(Thing t, String member) {
        Position position = t.position().orElseThrow();
        var point = node().put("type", "Point");
        point.putArray("coordinates").add(position.longitude()).add(position.latitude());
        var json =
                node().put("name", t.name()).put("description", t.description()).put("encodingType", GEO_JSON);
        json.set(member, point);
        return json;
    }

    private Entity datastream(Datastream d) {
        var json = node().put("name", d.name()).put("description", d.name());
        json.put("observationType", OM + observationType(d.channel().type()));
        json.set("unitOfMeasurement", Units.json(d.channel().unit()));
        json.set("properties", node().put("channel", d.channel().id()).put("licence", d.licence()));
        Map<String, Supplier<Entity>> one = new LinkedHashMap<>();
        one.put("Thing", () -> thing(things.get(d.thing())));
        one.put("Sensor", () -> sensor(sensors.get(d.sensor())));
        one.put("ObservedProperty", () -> property(properties.get(d.observedProperty())));
        return new Entity("Datastreams", d.id(), json, one, Map.of("Observations", () -> observations(d)));
    }

    private static String observationType(ValueType type) {
        return switch (type) {
            case NUMBER -> "OM_Measurement";
            case BOOLEAN -> "OM_TruthObservation";
            case TEXT -> "OM_Observation";
        };
    }

    private EntitySet observations(Datastream d) {
        var thing = things.get(d.thing());
        Map<String, Supplier<Entity>> feature =
                thing.position().isPresent() ? Map.of("FeatureOfInterest", () -> feature(thing)) : Map.of();
        return new ObservationSet(directory, d, () -> datastream(d), feature);
    }

    private Entity sensor(SensorModel m) {
        var json = node().put("name", m.name()).put("description", m.model());
        json.put("encodingType", "text/html").put("metadata", m.datasheet());
        return new Entity(
                "Sensors", m.id(), json, Map.of(), Map.of("Datastreams", () -> streams(d -> d.sensor() == m.id())));
    }

    private Entity property(ObservedProperty p) {
        var json =
                node().put("name", p.name()).put("definition", p.definition()).put("description", p.name());
        return new Entity(
                "ObservedProperties",
                p.id(),
                json,
                Map.of(),
                Map.of("Datastreams", () -> streams(d -> d.observedProperty() == p.id())));
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
