package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.core.store.Features;
import de.einsnull.sensors.core.store.SensorDatabase;
import de.einsnull.sensors.core.store.Whereabouts;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.query.EntityPath;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.store.Draft;
import de.einsnull.sensors.sensorthings.store.Editing;
import de.einsnull.sensors.sensorthings.store.Entity;
import de.einsnull.sensors.sensorthings.store.Link;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes entities. */
final class Changer {

    private final Request request;
    private final SensorDatabase database;
    private final Changes changes;
    private final Links links;

    Changer(Request request, SensorDatabase database, Changes changes) {
        this.request = request;
        this.database = database;
        this.changes = changes;
        this.links = new Links(request, database, changes);
    }

    void update(EntityPath path, Editing editing) throws SQLException {
        long id = new Paths(request).id(path);
        var current = new Reader(request)
                .read(EntityPath.of(path.type(), id), Query.all())
                .entities()
                .get(0);
        var draft = editing.edit(current);
        if (path.type() == EntityType.OBSERVATION) {
            if (!draft.values().isEmpty()) {
                new ObservationChanges(request, database, changes).update(id, draft);
            }
        } else {
            values(id, draft);
        }
        for (var entry : draft.links().entrySet()) {
            link(id, entry.getKey(), entry.getValue());
        }
        follow(path.type(), id, draft);
        changes.changed(path.type(), id, others(current, draft));
    }

    /** Properties that get another value. */
    private static Set<Property> others(Entity current, Draft draft) {
        return draft.values().entrySet().stream()
                .filter(e -> !Objects.equals(current.values().get(e.getKey()), e.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void values(long id, Draft draft) throws SQLException {
        var columns = Values.of(draft.type(), draft.values());
        if (columns.isEmpty()) {
            return;
        }
        var values = new ArrayList<>(columns.values());
        values.add(id);
        Sql.of(
                        "update " + Tables.name(draft.type()) + " set "
                                + columns.keySet().stream().map(c -> c + " = ?").collect(Collectors.joining(", "))
                                + " where id = ?",
                        values.toArray())
                .update(request.connection());
    }

    private void link(long id, Navigation navigation, List<Link> targets) throws SQLException {
        var ids = new ArrayList<Long>();
        for (Link target : targets) {
            var existing = (Link.Existing) target;
            links.require(navigation.target(), existing.id(), existing.pointer());
            ids.add(existing.id());
        }
        if (navigation.many()) {
            links.replace(navigation, id, ids);
        } else if (!ids.isEmpty()) {
            links.add(navigation, id, ids);
        } else if (navigation == Navigation.OBSERVATION_FEATURE_OF_INTEREST) {
            new ObservationChanges(request, database, changes).feature(id, null);
        }
    }

    private void follow(EntityType type, long id, Draft draft) throws SQLException {
        switch (type) {
            case THING -> changes.thing(id);
            case DATASTREAM, MULTI_DATASTREAM -> {
                if (type == EntityType.MULTI_DATASTREAM) {
                    links.checkLists(id);
                }
                things("select thing_id from datastream where id = ?", id).forEach(changes::thing);
            }
            case LOCATION -> relocated(id, draft.values().containsKey(EntityType.LOCATION.require("location")));
            default -> {}
        }
    }

    /** What is observed from now on is about the new place. */
    private void relocated(long id, boolean elsewhere) throws SQLException {
        var connection = request.connection();
        if (elsewhere) {
            Sql.of("update location set feature_id = null where id = ?", id).update(connection);
        }
        for (Long thing : things("select thing_id from thing_location where location_id = ?", id)) {
            Whereabouts.show(connection, thing);
            Features.follow(connection, database.observations().nextId(connection), thing);
            changes.thing(thing);
        }
    }

    private List<Long> things(String sql, long id) throws SQLException {
        var things = new ArrayList<Long>();
        try (var statement = Sql.of(sql, id).prepare(request.connection());
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                things.add(rows.getLong(1));
            }
        }
        return things;
    }
}
