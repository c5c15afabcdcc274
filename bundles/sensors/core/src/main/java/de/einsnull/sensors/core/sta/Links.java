package de.einsnull.sensors.core.sta;

import com.fasterxml.jackson.databind.node.ArrayNode;
import de.einsnull.sensors.core.model.Properties;
import de.einsnull.sensors.core.store.Features;
import de.einsnull.sensors.core.store.SensorDatabase;
import de.einsnull.sensors.core.store.Whereabouts;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.store.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Sets and takes away links between entities, with what follows for where things are. */
final class Links {

    private final Request request;
    private final SensorDatabase database;
    private final Changes changes;

    Links(Request request, SensorDatabase database, Changes changes) {
        this.request = request;
        this.database = database;
        this.changes = changes;
    }

    /** Makes sure that there is such an entity. */
    void require(EntityType type, long id, String pointer) throws SQLException {
        var source = Source.of(request, type);
        var sql = Sql.of("select 1")
                .add(source.and(List.of(Sql.of(source.alias() + ".id = ?", id))).from());
        try (var statement = sql.prepare(request.connection());
                var row = statement.executeQuery()) {
            if (!row.next()) {
                throw Violations.unknown(type, id, pointer);
            }
        }
    }

    /** Links an entity to more; a location takes the place of the others of its things. */
    void add(Navigation navigation, long id, List<Long> targets) throws SQLException {
        switch (navigation) {
            case THING_LOCATIONS -> {
                var all = ids("select location_id from thing_location where thing_id = ?", id);
                targets.stream().filter(t -> !all.contains(t)).forEach(all::add);
                move(id, all);
            }
            case LOCATION_THINGS -> {
                for (Long thing : targets) {
                    move(thing, List.of(id));
                }
            }
            case MULTI_DATASTREAM_OBSERVED_PROPERTIES -> addProperties(id, targets);
            case OBSERVED_PROPERTY_MULTI_DATASTREAMS -> {
                for (Long stream : targets) {
                    addProperties(stream, List.of(id));
                }
            }
            default -> addPlain(navigation, id, targets);
        }
    }

    private void addPlain(Navigation navigation, long id, List<Long> targets) throws SQLException {
        var relation = Relation.of(navigation);
        for (Long target : targets) {
            if (relation instanceof Relation.Key key) {
                key(key, navigation.many() ? target : id, navigation.many() ? id : target);
            } else if (relation instanceof Relation.Pairs pairs) {
                remove(pairs, id, target);
                update(
                        "insert into " + pairs.table() + " (" + pairs.source() + ", " + pairs.target()
                                + ") values (?, ?)",
                        id,
                        target);
            } else if (navigation.many()) {
                new ObservationChanges(request, database, changes).feature(target, id);
            } else {
                new ObservationChanges(request, database, changes).feature(id, target);
            }
        }
    }

    private void key(Relation.Key key, long holder, long id) throws SQLException {
        if (key.table().equals("observation")) {
            new ObservationChanges(request, database, changes).stream(holder, id);
            return;
        }
        var things = key.table().equals("datastream")
                ? ids("select thing_id from datastream where id = ?", holder)
                : List.<Long>of();
        update("update " + key.table() + " set " + key.column() + " = ? where id = ?", id, holder);
        things.forEach(changes::thing);
        if (key.column().equals("thing_id")) {
            changes.thing(id);
        }
    }

    private void addProperties(long stream, List<Long> properties) throws SQLException {
        for (Long property : properties) {
            update(
                    "insert into multi_observed_property (datastream_id, place, observed_property_id)"
                            + " select ?, coalesce(max(place), 0) + 1, ? from multi_observed_property where datastream_id = ?",
                    stream,
                    property,
                    stream);
        }
    }

    /** Links an entity to these and no others. */
    void replace(Navigation navigation, long id, List<Long> targets) throws SQLException {
        if (navigation == Navigation.THING_LOCATIONS) {
            move(id, targets);
            return;
        }
        if (navigation != Navigation.LOCATION_THINGS && Relation.of(navigation) instanceof Relation.Pairs pairs) {
            update("delete from " + pairs.table() + " where " + pairs.source() + " = ?", id);
        }
        add(navigation, id, targets);
    }

    /** Takes a link away; false if there was none. */
    boolean remove(Navigation navigation, long id, long target) throws SQLException {
        if (needs(navigation) || needs(navigation.inverse())) {
            throw Violations.cannotBeWithout(navigation.many() ? navigation.inverse() : navigation);
        }
        var relation = Relation.of(navigation);
        if (!(relation instanceof Relation.Pairs pairs)) {
            if (relation instanceof Relation.Feature) {
                return new ObservationChanges(request, database, changes)
                        .feature(navigation.many() ? target : id, null);
            }
            throw Violations.cannotBeWithout(navigation.many() ? navigation.inverse() : navigation);
        }
        if (pairs.table().equals("multi_observed_property")) {
            boolean forward = navigation == Navigation.MULTI_DATASTREAM_OBSERVED_PROPERTIES;
            return removeProperty(forward ? id : target, forward ? target : id);
        }
        boolean removed = remove(pairs, id, target) > 0;
        if (pairs.table().equals("thing_location")) {
            long thing = navigation == Navigation.THING_LOCATIONS ? id : target;
            Whereabouts.show(request.connection(), thing);
            moved(thing);
        }
        return removed;
    }

    /** The first of that property goes, with its unit and type. */
    private boolean removeProperty(long stream, long property) throws SQLException {
        var its = ids(
                "select observed_property_id from multi_observed_property where datastream_id = ? order by place",
                stream);
        int place = its.indexOf(property);
        if (place < 0) {
            return false;
        }
        if (its.size() == 1) {
            throw Violations.cannotBeWithout(Navigation.MULTI_DATASTREAM_OBSERVED_PROPERTIES);
        }
        update(
                "delete from multi_observed_property where datastream_id = ? and place = (select min(place)"
                        + " from multi_observed_property where datastream_id = ? and observed_property_id = ?)",
                stream,
                stream,
                property);
        for (String column : List.of("observation_types", "unit_of_measurement")) {
            shorten(stream, column, place);
        }
        return true;
    }

    private void shorten(long stream, String column, int place) throws SQLException {
        try (var statement = Sql.of("select " + column + " from datastream where id = ?", stream)
                        .prepare(request.connection());
                var row = statement.executeQuery()) {
            row.next();
            if (Picks.parse(row.getString(1)) instanceof ArrayNode list && place < list.size()) {
                list.remove(place);
                update("update datastream set " + column + " = ? where id = ?", Properties.write(list), stream);
            }
        }
    }

    private static boolean needs(Navigation navigation) {
        return navigation.mandatory() && !navigation.many();
    }

    private int remove(Relation.Pairs pairs, long id, long target) throws SQLException {
        return update(
                "delete from " + pairs.table() + " where " + pairs.source() + " = ? and " + pairs.target() + " = ?",
                id,
                target);
    }

    private void move(long thing, List<Long> places) throws SQLException {
        Creator.move(request, database, changes, thing, places);
        moved(thing);
    }

    private void moved(long thing) throws SQLException {
        Features.follow(request.connection(), database.observations().nextId(request.connection()), thing);
        changes.thing(thing);
    }

    /** A historical location that is later than all others says where its thing is. */
    void followLatest(long historical, long thing) throws SQLException {
        var later = ids(
                "select o.id from historical_location h join historical_location o on o.thing_id = h.thing_id"
                        + " and o.id <> h.id and o.since >= h.since where h.id = ?",
                historical);
        if (later.isEmpty()) {
            var places = ids(
                    "select location_id from historical_location_location where historical_location_id = ?",
                    historical);
            Whereabouts.put(request.connection(), thing, places);
            moved(thing);
        }
    }

    /** A MultiDatastream has as many types and units as properties. */
    void checkLists(long stream) throws SQLException {
        int properties = ids("select observed_property_id from multi_observed_property where datastream_id = ?", stream)
                .size();
        var sql = Sql.of("select observation_types, unit_of_measurement from datastream where id = ?", stream);
        try (var statement = sql.prepare(request.connection());
                var row = statement.executeQuery()) {
            row.next();
            if (Picks.parse(row.getString(1)).size() != properties) {
                throw new StoreException(Violations.lengths("/multiObservationDataTypes", properties));
            }
            if (Picks.parse(row.getString(2)).size() != properties) {
                throw new StoreException(Violations.lengths("/unitOfMeasurements", properties));
            }
        }
    }

    private List<Long> ids(String sql, Object... values) throws SQLException {
        var ids = new ArrayList<Long>();
        try (var statement = Sql.of(sql, values).prepare(request.connection());
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    private int update(String sql, Object... values) throws SQLException {
        return Sql.of(sql, values).update(request.connection());
    }
}
