package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.core.store.Features;
import de.einsnull.sensors.core.store.ObservationStore;
import de.einsnull.sensors.core.store.SensorDatabase;
import de.einsnull.sensors.core.store.Whereabouts;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;

/** Deletes entities and what cannot be without them (18-088, table 24). */
final class Eraser {

    /** Observations that are held in memory at once. */
    private static final int CHUNK = 10_000;

    private final Request request;
    private final SensorDatabase database;
    private final Changes changes;

    Eraser(Request request, SensorDatabase database, Changes changes) {
        this.request = request;
        this.database = database;
        this.changes = changes;
    }

    /** Deletes entities of a type but observations. */
    void delete(EntityType type, Collection<Long> ids) throws SQLException {
        var all = ids.toArray(Long[]::new);
        if (all.length == 0) {
            return;
        }
        switch (type) {
            case THING -> things(all);
            case LOCATION -> locations(all);
            case DATASTREAM, MULTI_DATASTREAM -> streams(all);
            case SENSOR -> streams(ids("select id from datastream where sensor_id = any(?)", all));
            case OBSERVED_PROPERTY -> {
                streams(ids("select id from datastream where observed_property_id = any(?)", all));
                streams(ids(
                        "select distinct datastream_id from multi_observed_property where observed_property_id = any(?)",
                        all));
            }
            case FEATURE_OF_INTEREST -> features(all);
            case OBSERVATION -> throw new IllegalArgumentException("Observations are deleted as sets");
            default -> {}
        }
        update("delete from " + Tables.name(type) + " where id = any(?)", all);
    }

    private void things(Long... ids) throws SQLException {
        if (ids("select thing_id from device where thing_id = any(?)", ids).length > 0) {
            throw Violations.ofDevice();
        }
        streams(ids("select id from datastream where thing_id = any(?)", ids));
        for (Long id : ids) {
            changes.thing(id);
        }
    }

    private void streams(Long... ids) throws SQLException {
        if (ids.length == 0) {
            return;
        }
        var devices = "select d.id from datastream d join device v on v.thing_id = d.thing_id where d.id = any(?)";
        if (ids(devices, ids).length > 0) {
            throw Violations.ofDevice();
        }
        for (Long thing : ids("select thing_id from datastream where id = any(?)", ids)) {
            changes.thing(thing);
        }
        for (String table : ObservationStore.TABLES) {
            update("delete from " + table + " where datastream_id = any(?)", ids);
        }
        update("delete from datastream where id = any(?)", ids);
    }

    private void locations(Long... ids) throws SQLException {
        var connection = request.connection();
        var things = ids("select distinct thing_id from thing_location where location_id = any(?)", ids);
        update(
                "delete from historical_location where id in (select historical_location_id"
                        + " from historical_location_location where location_id = any(?))",
                ids);
        update("delete from thing_location where location_id = any(?)", ids);
        update("update thing set location_id = null where location_id = any(?)", ids);
        for (Long thing : things) {
            Whereabouts.show(connection, thing);
            Features.follow(connection, database.observations().nextId(connection), thing);
            changes.thing(thing);
        }
    }

    private void features(Long... ids) throws SQLException {
        for (Long id : ids) {
            var source = Source.of(request, EntityType.OBSERVATION);
            observations(source.behind(Navigation.FEATURE_OF_INTEREST_OBSERVATIONS, "?", id));
        }
    }

    /** Deletes all observations of a set; says how many. */
    long observations(Source source) throws SQLException {
        var them = new ObservationChanges(request, database, changes);
        long deleted = 0;
        var rows = them.rows(source, CHUNK);
        while (!rows.isEmpty()) {
            them.remove(rows);
            deleted += rows.size();
            rows = them.rows(source, CHUNK);
        }
        return deleted;
    }

    private Long[] ids(String sql, Long... ids) throws SQLException {
        var found = new ArrayList<Long>();
        try (var statement = Sql.of(sql, (Object) ids).prepare(request.connection());
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found.toArray(Long[]::new);
    }

    private void update(String sql, Long... ids) throws SQLException {
        Sql.of(sql, (Object) ids).update(request.connection());
    }
}
