package de.einsnull.sensors.mqtt;

import com.fasterxml.jackson.databind.node.IntNode;
import de.einsnull.sensors.sensorthings.evaluate.Evaluator;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.query.EntityPath;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.store.Draft;
import de.einsnull.sensors.sensorthings.store.Editing;
import de.einsnull.sensors.sensorthings.store.Entity;
import de.einsnull.sensors.sensorthings.store.EntityStore;
import de.einsnull.sensors.sensorthings.store.Failure;
import de.einsnull.sensors.sensorthings.store.Outcome;
import de.einsnull.sensors.sensorthings.store.Page;
import de.einsnull.sensors.sensorthings.store.StoreException;
import de.einsnull.sensors.sensorthings.store.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A store with sets, single entities, and the observations of datastreams. */
final class FakeStore implements EntityStore {

    /** One entity, with the id of the datastream it belongs to, or 0. */
    private record Item(Entity entity, long stream, boolean open) {}

    private final List<Item> items = new CopyOnWriteArrayList<>();
    private final List<Draft> created = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    void away(boolean now) {
        away = now;
    }

    List<Draft> created() {
        return created;
    }

    void observation(long id, long stream, int result, boolean open) {
        put(EntityType.OBSERVATION, id, stream, open, Map.of("result", IntNode.valueOf(result)));
    }

    void put(EntityType type, long id, long stream, boolean open, Map<String, Object> values) {
        items.removeIf(i -> i.entity().type() == type && i.entity().id() == id);
        var its = new HashMap<Property, Object>();
        values.forEach((name, value) -> its.put(type.require(name), value));
        items.add(new Item(new Entity(type, id, its, Set.of(), Map.of()), stream, open));
    }

    @Override
    public Page read(EntityPath path, Query query, Visibility visibility) {
        requireThere();
        var evaluator = new Evaluator(Instant.EPOCH);
        var found = items.stream()
                .filter(i -> i.entity().type() == path.type() && (i.open() || visibility == Visibility.ALL))
                .filter(i -> path.parent().isEmpty()
                        || path.parent().get().last().id().equals(OptionalLong.of(i.stream())))
                .filter(i -> path.last().id().isEmpty()
                        || path.last().id().getAsLong() == i.entity().id())
                .map(Item::entity)
                .filter(e -> query.filter().map(f -> evaluator.matches(f, e)).orElse(true))
                .toList();
        if (found.isEmpty() && path.single()) {
            throw new StoreException(new Failure.Missing(path.type()));
        }
        return new Page(found, OptionalLong.empty(), false, Optional.empty());
    }

    private void requireThere() {
        if (away) {
            throw new StoreException(new Failure.Away());
        }
    }

    @Override
    public long create(EntityPath set, Draft draft) {
        requireThere();
        created.add(draft);
        return created.size();
    }

    @Override
    public List<Outcome> createEach(List<Draft> drafts) {
        requireThere();
        var outcomes = new ArrayList<Outcome>();
        for (var draft : drafts) {
            if (draft.values().get(EntityType.OBSERVATION.require("result")).equals(IntNode.valueOf(-1))) {
                outcomes.add(new Outcome.Refused(new Failure.Violated("/result", "falsch", "wrong")));
            } else {
                created.add(draft);
                outcomes.add(new Outcome.Created(created.size()));
            }
        }
        return outcomes;
    }

    @Override
    public void update(EntityPath path, Editing editing) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(EntityPath path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long deleteAll(EntityPath path, Optional<Expression> filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void link(EntityPath path, long target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unlink(EntityPath path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T together(Supplier<T> calls) {
        return calls.get();
    }
}
