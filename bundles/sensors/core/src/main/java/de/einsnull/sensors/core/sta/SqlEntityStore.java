package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.core.ingest.Live;
import de.einsnull.sensors.core.registry.Registry;
import de.einsnull.sensors.core.store.SensorDatabase;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.query.EntityPath;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.store.Draft;
import de.einsnull.sensors.sensorthings.store.Editing;
import de.einsnull.sensors.sensorthings.store.EntityStore;
import de.einsnull.sensors.sensorthings.store.Failure;
import de.einsnull.sensors.sensorthings.store.Link;
import de.einsnull.sensors.sensorthings.store.Outcome;
import de.einsnull.sensors.sensorthings.store.Page;
import de.einsnull.sensors.sensorthings.store.StoreException;
import de.einsnull.sensors.sensorthings.store.Visibility;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the entities of SensorThings in the database of the sensors, with what drivers measure. */
@Component
public final class SqlEntityStore implements EntityStore {

    /** Framework property: nothing is kept here but the data of a test suite, so new series are public. */
    private static final String CONFORMANCE = "einsnull.sensors.conformance";

    private final Transactions transactions;
    private final SensorDatabase database;
    private final Combiner combiner;

    @Activate
    public SqlEntityStore(
            BundleContext context,
            @Reference SensorDatabase database,
            @Reference Registry registry,
            @Reference Live live) {
        this(
                database,
                new Told(registry, live),
                Clock.systemUTC(),
                Boolean.parseBoolean(context.getProperty(CONFORMANCE)));
    }

    SqlEntityStore(SensorDatabase database, Told told, Clock clock, boolean conformance) {
        this.database = database;
        this.transactions = new Transactions(database, told, clock, conformance);
        this.combiner = new Combiner(this::createPlain);
    }

    @Override
    public Page read(EntityPath path, Query query, Visibility visibility) {
        return transactions.read(visibility, request -> new Reader(request).read(path, query));
    }

    @Override
    public long create(EntityPath set, Draft draft) {
        if (set.steps().size() == 1 && isPlain(draft) && !transactions.isOpen()) {
            return ((Outcome.Created) accepted(combiner.create(draft))).id();
        }
        transactions.prepare(Times.of(List.of(draft)));
        return transactions.write((request, changes) -> {
            var creator = new Creator(request, database, changes);
            var parent = set.parent();
            if (parent.isEmpty()) {
                return creator.create(draft, Map.of());
            }
            long id = new Paths(request).id(parent.get());
            var navigation = set.last().via().orElseThrow();
            var back = navigation.inverse();
            return creator.create(draft, Map.of(back, id));
        });
    }

    private static Outcome accepted(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            throw new StoreException(refused.failure());
        }
        return outcome;
    }

    /** An observation that names nothing that has to be created with it. */
    private static boolean isPlain(Draft draft) {
        return draft.type() == EntityType.OBSERVATION
                && draft.links().values().stream()
                        .flatMap(Collection::stream)
                        .allMatch(l -> l instanceof Link.Existing);
    }

    @Override
    public List<Outcome> createEach(List<Draft> drafts) {
        if (drafts.stream().allMatch(SqlEntityStore::isPlain)) {
            return createPlain(drafts);
        }
        var outcomes = new ArrayList<Outcome>();
        for (Draft draft : drafts) {
            try {
                outcomes.add(new Outcome.Created(create(EntityPath.of(draft.type()), draft)));
            } catch (StoreException e) {
                if (e.failure() instanceof Failure.Away) {
                    throw e;
                }
                outcomes.add(new Outcome.Refused(e.failure()));
            }
        }
        return outcomes;
    }

    private List<Outcome> createPlain(List<Draft> drafts) {
        transactions.prepare(Times.of(drafts));
        return transactions.write(
                (request, changes) -> new Observing(request, database, new Creator(request, database, changes), changes)
                        .create(drafts, Map.of()));
    }

    @Override
    public void update(EntityPath path, Editing editing) {
        transactions.write((request, changes) -> {
            new Changer(request, database, changes).update(path, editing);
            return true;
        });
    }

    @Override
    public void delete(EntityPath path) {
        transactions.write((request, changes) -> {
            long id = new Paths(request).id(path);
            var eraser = new Eraser(request, database, changes);
            if (path.type() == EntityType.OBSERVATION) {
                eraser.observations(new Paths(request).source(EntityPath.of(path.type(), id)));
            } else {
                eraser.delete(path.type(), List.of(id));
            }
            return true;
        });
    }

    @Override
    public long deleteAll(EntityPath path, Optional<Expression> filter) {
        return transactions.write(
                (request, changes) -> new Deletion(request, new Eraser(request, database, changes)).all(path, filter));
    }

    @Override
    public void link(EntityPath path, long target) {
        transactions.write((request, changes) -> {
            long id = new Paths(request).id(path.parent().orElseThrow());
            var navigation = navigation(path);
            var links = new Links(request, database, changes);
            links.require(navigation.target(), target, "/@iot.id");
            links.add(navigation, id, List.of(target));
            return true;
        });
    }

    @Override
    public void unlink(EntityPath path) {
        transactions.write((request, changes) -> {
            long target = new Paths(request).id(path);
            long id = new Paths(request).id(path.parent().orElseThrow());
            return new Links(request, database, changes).remove(navigation(path), id, target);
        });
    }

    @Override
    public <T> T together(Supplier<T> calls) {
        return transactions.together(calls);
    }

    private static Navigation navigation(EntityPath path) {
        return path.last().via().orElseThrow();
    }
}
