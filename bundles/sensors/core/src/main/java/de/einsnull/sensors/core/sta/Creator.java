package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.core.store.SensorDatabase;
import de.einsnull.sensors.core.store.Whereabouts;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.store.Draft;
import de.einsnull.sensors.sensorthings.store.Link;
import de.einsnull.sensors.sensorthings.store.Outcome;
import de.einsnull.sensors.sensorthings.store.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Creates entities with those within them, in one transaction: first what an entity needs, then it, then what needs it. */
final class Creator {

    private final Request request;
    private final SensorDatabase database;
    private final Links links;
    private final Changes changes;

    Creator(Request request, SensorDatabase database, Changes changes) {
        this.request = request;
        this.database = database;
        this.changes = changes;
        this.links = new Links(request, database, changes);
    }

    /** Creates an entity that is linked to what is given besides what its draft says. */
    long create(Draft draft, Map<Navigation, Long> given) throws SQLException {
        if (draft.type() == EntityType.OBSERVATION) {
            return observation(draft, given);
        }
        var keys = keys(draft, given);
        long id = database.ids().next(request.connection());
        insert(draft, id, keys);
        changes.created(draft.type(), id);
        for (Navigation navigation : draft.type().navigations()) {
            if (navigation.many()) {
                many(draft, id, navigation, given.get(navigation));
            }
        }
        finish(draft.type(), id, keys);
        return id;
    }

    private long observation(Draft draft, Map<Navigation, Long> given) throws SQLException {
        var outcome = new Observing(request, database, this, changes)
                .create(List.of(draft), given)
                .get(0);
        if (outcome instanceof Outcome.Refused refused) {
            throw new StoreException(refused.failure());
        }
        return ((Outcome.Created) outcome).id();
    }

    /** Ids behind the to-one navigations of a new entity. */
    private Map<Navigation, Long> keys(Draft draft, Map<Navigation, Long> given) throws SQLException {
        var keys = new EnumMap<Navigation, Long>(Navigation.class);
        for (Navigation navigation : draft.type().navigations()) {
            if (!navigation.many()) {
                var id = target(draft, navigation, given.get(navigation));
                if (id == null && navigation.mandatory()) {
                    throw Violations.missing(navigation, draft.pointer() + "/" + navigation.navigationName());
                }
                if (id != null) {
                    keys.put(navigation, id);
                }
            }
        }
        return keys;
    }

    /** Where a to-one navigation is to lead, null if nothing says so. */
    Long target(Draft draft, Navigation navigation, Long given) throws SQLException {
        var stated = draft.links().getOrDefault(navigation, List.of());
        if (stated.isEmpty()) {
            return given;
        }
        var link = stated.get(0);
        if (given != null && !(link instanceof Link.Existing existing && existing.id() == given)) {
            throw Violations.twice(navigation, draft.pointer() + "/" + navigation.navigationName());
        }
        return given != null ? given : id(navigation, link);
    }

    /** The id of what a link means, which is created if it has to be. */
    private Long id(Navigation navigation, Link link) throws SQLException {
        if (link instanceof Link.Created created) {
            return create(created.draft(), Map.of());
        }
        var existing = (Link.Existing) link;
        links.require(navigation.target(), existing.id(), existing.pointer());
        return existing.id();
    }

    private void insert(Draft draft, long id, Map<Navigation, Long> keys) throws SQLException {
        var columns = new LinkedHashMap<String, Object>();
        columns.put("id", id);
        columns.putAll(Values.defaults(draft.type(), id, request.open()));
        columns.putAll(Values.of(draft.type(), draft.values()));
        if (draft.type() == EntityType.MULTI_DATASTREAM) {
            columns.put("multi", true);
        }
        keys.forEach((navigation, target) -> columns.put(((Relation.Key) Relation.of(navigation)).column(), target));
        Sql.of(
                        "insert into " + Tables.name(draft.type()) + " (" + String.join(", ", columns.keySet())
                                + ") values ("
                                + columns.keySet().stream().map(c -> "?").collect(Collectors.joining(", "))
                                + ")",
                        columns.values().toArray())
                .update(request.connection());
    }

    private void many(Draft draft, long id, Navigation navigation, Long given) throws SQLException {
        var targets = new ArrayList<Long>();
        if (given != null) {
            targets.add(given);
        }
        var its = new HashMap<Navigation, Long>();
        its.put(navigation.inverse(), id);
        boolean key = !(Relation.of(navigation) instanceof Relation.Pairs);
        var observations = new ArrayList<Draft>();
        for (Link link : draft.links().getOrDefault(navigation, List.of())) {
            if (!key || link instanceof Link.Existing) {
                targets.add(id(navigation, link));
            } else if (navigation.target() == EntityType.OBSERVATION) {
                observations.add(((Link.Created) link).draft());
            } else {
                create(((Link.Created) link).draft(), its);
            }
        }
        if (!targets.isEmpty()) {
            links.add(navigation, id, targets);
        }
        for (Draft observation : observations) {
            observation(observation, its);
        }
    }

    /** What the standard asks for besides. */
    private void finish(EntityType type, long id, Map<Navigation, Long> keys) throws SQLException {
        if (type == EntityType.HISTORICAL_LOCATION) {
            links.followLatest(id, keys.get(Navigation.HISTORICAL_LOCATION_THING));
        } else if (type == EntityType.MULTI_DATASTREAM) {
            links.checkLists(id);
        }
        if (type == EntityType.THING) {
            changes.thing(id);
        } else if (keys.containsKey(Navigation.DATASTREAM_THING)) {
            changes.thing(keys.get(Navigation.DATASTREAM_THING));
        }
    }

    /** Puts a thing that came there at places. */
    static void move(Request request, SensorDatabase database, Changes changes, long thing, List<Long> places)
            throws SQLException {
        long note = Whereabouts.move(request.connection(), database.ids(), thing, places, request.now());
        changes.created(EntityType.HISTORICAL_LOCATION, note);
    }
}
