package de.einsnull.sensors.rest.sensorthings;

import de.einsnull.sensors.sensorthings.evaluate.Evaluator;
import de.einsnull.sensors.sensorthings.evaluate.Needed;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.model.TimeValue;
import de.einsnull.sensors.sensorthings.query.EntityPath;
import de.einsnull.sensors.sensorthings.query.Expand;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.store.Draft;
import de.einsnull.sensors.sensorthings.store.Editing;
import de.einsnull.sensors.sensorthings.store.Entity;
import de.einsnull.sensors.sensorthings.store.EntityStore;
import de.einsnull.sensors.sensorthings.store.Failure;
import de.einsnull.sensors.sensorthings.store.Link;
import de.einsnull.sensors.sensorthings.store.Outcome;
import de.einsnull.sensors.sensorthings.store.Page;
import de.einsnull.sensors.sensorthings.store.StoreException;
import de.einsnull.sensors.sensorthings.store.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Keeps entities in memory, as a database would keep them; what tests of the API read and write. */
final class MemoryStore implements EntityStore {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final int ALL = 100_000;

    private Map<EntityType, TreeMap<Long, Row>> rows = new EnumMap<>(EntityType.class);
    private final Map<Long, Long> features = new HashMap<>();
    private long last;
    private Visibility asked = Visibility.ALL;

    private record Row(Map<Property, Object> values, Map<Navigation, List<Long>> links) {

        Row() {
            this(new HashMap<>(), new EnumMap<>(Navigation.class));
        }

        Row copy() {
            var copy = new Row();
            copy.values().putAll(values);
            links.forEach((n, ids) -> copy.links().put(n, new ArrayList<>(ids)));
            return copy;
        }

        List<Long> to(Navigation navigation) {
            return links.computeIfAbsent(navigation, n -> new ArrayList<>());
        }
    }

    MemoryStore() {
        for (var type : EntityType.values()) {
            rows.put(type, new TreeMap<>());
        }
    }

    /** As what the last reader was let in. */
    Visibility asked() {
        return asked;
    }

    private static StoreException missing(EntityType type) {
        return new StoreException(new Failure.Missing(type));
    }

    private static StoreException violated(String pointer, String why) {
        return new StoreException(new Failure.Violated(pointer, why + " (de)", why));
    }

    /** Ids that a path names. */
    private Collection<Long> named(EntityPath path) {
        Collection<Long> ids = List.of();
        EntityType type = null;
        for (var step : path.steps()) {
            var before = ids;
            var source = type;
            ids = step.via()
                    .<Collection<Long>>map(
                            n -> row(source, only(before, source)).to(n))
                    .orElseGet(() -> rows.get(step.type()).keySet());
            if (step.id().isPresent()) {
                if (!ids.contains(step.id().getAsLong())) {
                    throw missing(step.type());
                }
                ids = List.of(step.id().getAsLong());
            }
            type = step.type();
        }
        return List.copyOf(ids);
    }

    private static long only(Collection<Long> ids, EntityType type) {
        return ids.stream().findFirst().orElseThrow(() -> missing(type));
    }

    private Row row(EntityType type, long id) {
        var row = rows.get(type).get(id);
        if (row == null) {
            throw missing(type);
        }
        return row;
    }

    @Override
    public synchronized Page read(EntityPath path, Query query, Visibility visibility) {
        asked = visibility;
        var ids = named(path);
        return path.single()
                ? new Page(
                        ids.stream()
                                .map(id -> entity(path.type(), id, query.expand()))
                                .toList(),
                        OptionalLong.empty(),
                        false,
                        Optional.empty())
                : page(path.type(), ids, query);
    }

    private Page page(EntityType type, Collection<Long> ids, Query query) {
        var evaluator = new Evaluator(NOW);
        var expressions = new ArrayList<Expression>();
        query.filter().ifPresent(expressions::add);
        query.orderBy().forEach(o -> expressions.add(o.expression()));
        var needed = Needed.expands(expressions, ALL);
        var matching = ids.stream()
                .map(id -> entity(type, id, needed))
                .filter(e -> query.filter().map(f -> evaluator.matches(f, e)).orElse(true))
                .toList();
        boolean ordered = query.orderBy().isEmpty() && type == EntityType.OBSERVED_PROPERTY;
        var sorted = ordered
                ? matching
                : matching.stream().sorted(evaluator.order(query.orderBy())).toList();
        var entities = sorted.stream()
                .skip(query.skip())
                .limit(query.top())
                .map(e -> entity(type, e.id(), query.expand()))
                .toList();
        return new Page(
                entities,
                query.count() ? OptionalLong.of(matching.size()) : OptionalLong.empty(),
                query.skip() + entities.size() < matching.size(),
                Optional.empty());
    }

    private Entity entity(EntityType type, long id, List<Expand> expands) {
        var row = row(type, id);
        Map<Navigation, Page> expanded = new EnumMap<>(Navigation.class);
        for (var expand : expands) {
            var ids = row.to(expand.navigation());
            expanded.put(expand.navigation(), page(expand.navigation().target(), ids, expand.query()));
        }
        Set<Navigation> absent = new HashSet<>();
        type.navigations().stream()
                .filter(n -> !n.many() && row.to(n).isEmpty())
                .forEach(absent::add);
        return new Entity(type, id, new HashMap<>(row.values()), absent, expanded);
    }

    @Override
    public synchronized long create(EntityPath set, Draft draft) {
        named(set);
        return together(() -> {
            long id = create(
                    draft,
                    set.parent().flatMap(p -> set.last().via()).orElse(null),
                    named(set.parent().orElse(set)));
            return id;
        });
    }

    private long create(Draft draft, Navigation via, Collection<Long> parents) {
        long id = ++last;
        var row = new Row();
        rows.get(draft.type()).put(id, row);
        set(row, draft);
        if (via != null) {
            connect(via, only(parents, via.source()), id);
        }
        links(draft, id, false);
        if (draft.type() == EntityType.OBSERVATION
                && row.to(Navigation.OBSERVATION_FEATURE_OF_INTEREST).isEmpty()) {
            feature(row, draft, id);
        }
        return id;
    }

    private static void set(Row row, Draft draft) {
        draft.values().forEach((property, value) -> {
            if (value == null) {
                row.values().remove(property);
            } else {
                row.values().put(property, value);
            }
        });
    }

    private void links(Draft draft, long id, boolean replace) {
        draft.links().forEach((navigation, links) -> {
            if (replace && navigation.many() && navigation.inverse().many()) {
                List.copyOf(row(draft.type(), id).to(navigation)).forEach(old -> cut(navigation, id, old));
            }
            for (var link : links) {
                if (link instanceof Link.Existing existing) {
                    if (!rows.get(navigation.target()).containsKey(existing.id())) {
                        throw violated(
                                existing.pointer(), "no " + navigation.target().entityName());
                    }
                    connect(navigation, id, existing.id());
                } else {
                    create(((Link.Created) link).draft(), navigation, List.of(id));
                }
            }
            if (navigation == Navigation.THING_LOCATIONS && !links.isEmpty()) {
                moved(id);
            }
        });
    }

    private void moved(long thing) {
        long id = ++last;
        var row = new Row();
        row.values().put(EntityType.HISTORICAL_LOCATION.require("time"), TimeValue.at(NOW));
        rows.get(EntityType.HISTORICAL_LOCATION).put(id, row);
        connect(Navigation.HISTORICAL_LOCATION_THING, id, thing);
        row(EntityType.THING, thing)
                .to(Navigation.THING_LOCATIONS)
                .forEach(l -> connect(Navigation.HISTORICAL_LOCATION_LOCATIONS, id, l));
    }

    private void connect(Navigation navigation, long from, long to) {
        var row = row(navigation.source(), from);
        if (!navigation.many()) {
            List.copyOf(row.to(navigation)).forEach(old -> {
                if (old != to && navigation.source() == EntityType.OBSERVATION) {
                    throw violated("/" + navigation.navigationName(), "two of " + navigation.navigationName());
                }
                cut(navigation, from, old);
            });
        }
        row.to(navigation).add(to);
        row(navigation.target(), to).to(navigation.inverse()).add(from);
    }

    private void cut(Navigation navigation, long from, long to) {
        row(navigation.source(), from).to(navigation).remove(to);
        row(navigation.target(), to).to(navigation.inverse()).remove(from);
    }

    private void feature(Row observation, Draft draft, long id) {
        var stream = observation.to(Navigation.OBSERVATION_DATASTREAM);
        var thing = stream.isEmpty()
                ? row(
                                EntityType.MULTI_DATASTREAM,
                                observation
                                        .to(Navigation.OBSERVATION_MULTI_DATASTREAM)
                                        .get(0))
                        .to(Navigation.MULTI_DATASTREAM_THING)
                : row(EntityType.DATASTREAM, stream.get(0)).to(Navigation.DATASTREAM_THING);
        var locations = row(EntityType.THING, thing.get(0)).to(Navigation.THING_LOCATIONS);
        if (locations.isEmpty()) {
            throw violated(draft.pointer() + "/FeatureOfInterest", "no place of the Thing");
        }
        long feature = features.computeIfAbsent(locations.get(0), this::feature);
        connect(Navigation.OBSERVATION_FEATURE_OF_INTEREST, id, feature);
    }

    private long feature(long location) {
        long id = ++last;
        var row = new Row();
        row(EntityType.LOCATION, location).values().forEach((property, value) -> {
            var name = property.name().equals("location") ? "feature" : property.name();
            row.values().put(EntityType.FEATURE_OF_INTEREST.require(name), value);
        });
        rows.get(EntityType.FEATURE_OF_INTEREST).put(id, row);
        return id;
    }

    @Override
    public synchronized List<Outcome> createEach(List<Draft> drafts) {
        var outcomes = new ArrayList<Outcome>();
        for (var draft : drafts) {
            try {
                outcomes.add(new Outcome.Created(together(() -> create(draft, null, List.of()))));
            } catch (StoreException e) {
                outcomes.add(new Outcome.Refused(e.failure()));
            }
        }
        return outcomes;
    }

    @Override
    public synchronized void update(EntityPath path, Editing editing) {
        long id = only(named(path), path.type());
        together(() -> {
            var draft = editing.edit(entity(path.type(), id, List.of()));
            set(row(path.type(), id), draft);
            links(draft, id, true);
            return id;
        });
    }

    @Override
    public synchronized void delete(EntityPath path) {
        delete(path.type(), only(named(path), path.type()));
    }

    private void delete(EntityType type, long id) {
        var row = rows.get(type).remove(id);
        if (row == null) {
            return;
        }
        row.links().forEach((navigation, ids) -> List.copyOf(ids).forEach(other -> {
            var there = rows.get(navigation.target()).get(other);
            if (there != null) {
                there.to(navigation.inverse()).remove(id);
                boolean lost = !navigation.inverse().many()
                        || (navigation.inverse().mandatory()
                                && there.to(navigation.inverse()).isEmpty());
                if (lost) {
                    delete(navigation.target(), other);
                }
            }
        }));
    }

    @Override
    public synchronized long deleteAll(EntityPath path, Optional<Expression> filter) {
        var all = Query.all();
        var query = new Query(
                filter, all.orderBy(), all.select(), false, all.expand(), ALL, 0, false, all.format(), all.token());
        var found = page(path.type(), named(path), query).entities();
        found.forEach(e -> delete(path.type(), e.id()));
        return found.size();
    }

    @Override
    public synchronized void link(EntityPath path, long target) {
        var navigation = path.last().via().orElseThrow();
        if (!rows.get(navigation.target()).containsKey(target)) {
            throw violated("/@iot.id", "no " + navigation.target().entityName());
        }
        connect(navigation, only(named(path.parent().orElseThrow()), navigation.source()), target);
    }

    @Override
    public synchronized void unlink(EntityPath path) {
        var navigation = path.last().via().orElseThrow();
        long from = only(named(path.parent().orElseThrow()), navigation.source());
        cut(navigation, from, only(named(path), path.type()));
    }

    @Override
    public synchronized <T> T together(Supplier<T> calls) {
        var before = new EnumMap<EntityType, TreeMap<Long, Row>>(EntityType.class);
        rows.forEach((type, map) -> {
            var copy = new TreeMap<Long, Row>();
            map.forEach((id, row) -> copy.put(id, row.copy()));
            before.put(type, copy);
        });
        try {
            return calls.get();
        } catch (RuntimeException e) {
            rows = before;
            throw e;
        }
    }
}
