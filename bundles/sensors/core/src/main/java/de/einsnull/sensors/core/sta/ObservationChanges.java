package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.core.store.MoreRow;
import de.einsnull.sensors.core.store.Row;
import de.einsnull.sensors.core.store.SensorDatabase;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.store.Draft;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Changes and removes observations together with what is counted and known of their datastreams. */
final class ObservationChanges {

    private static final String MORE =
            "phenomenon_end, valid_start, valid_end, quality, parameters, feature_id from observation_more m";

    private final Request request;
    private final SensorDatabase database;
    private final Changes changes;

    ObservationChanges(Request request, SensorDatabase database, Changes changes) {
        this.request = request;
        this.database = database;
        this.changes = changes;
    }

    /** Rows of a set of observations. */
    List<Row> rows(Source source, int most) throws SQLException {
        var a = source.alias();
        var sql = Sql.of("select " + Row.COLUMNS.replace(", ", ", " + a + ".").replaceFirst("^", a + "."))
                .add(source.from())
                .add(" fetch first " + most + " rows only");
        var rows = new ArrayList<Row>();
        try (var statement = sql.prepare(request.connection());
                var found = statement.executeQuery()) {
            while (found.next()) {
                rows.add(row(found));
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.set(i, withMore(rows.get(i)));
        }
        return rows;
    }

    private static Row row(ResultSet r) throws SQLException {
        boolean more = r.getBoolean(8);
        return new Row(
                r.getLong(1),
                r.getLong(2),
                Picks.instant(r, 3),
                Picks.instant(r, 4),
                r.getObject(5, Double.class),
                r.getObject(6, Integer.class),
                r.getString(7),
                more ? new MoreRow(null, null, null, null, null, null) : null);
    }

    private Row withMore(Row row) throws SQLException {
        if (row.more() == null) {
            return row;
        }
        var sql = Sql.of("select " + MORE + " where m.observation_id = ?", row.id());
        try (var statement = sql.prepare(request.connection());
                var r = statement.executeQuery()) {
            r.next();
            var more = new MoreRow(
                    Picks.instant(r, 1),
                    Picks.instant(r, 2),
                    Picks.instant(r, 3),
                    r.getString(4),
                    r.getString(5),
                    r.getObject(6, Long.class));
            return new Row(row.id(), row.datastream(), row.time(), row.result(), row.num(), row.seq(), row.txt(), more);
        }
    }

    private Row one(long id) throws SQLException {
        var source = Source.of(request, EntityType.OBSERVATION);
        return rows(source.and(List.of(Sql.of(source.alias() + ".id = ?", id))), 1)
                .get(0);
    }

    /** Changes values of one. */
    void update(long id, Draft draft) throws SQLException {
        var old = one(id);
        var values = ObservationValues.of(old);
        draft.values().forEach((property, value) -> values.set(property.name(), value));
        replace(old, values.row(id, old.datastream(), feature(old), old.seq()));
    }

    private static Long feature(Row row) {
        return row.more() == null ? null : row.more().feature();
    }

    /** Gives one another feature, null for that of its datastream; says whether that is a change. */
    boolean feature(long id, Long feature) throws SQLException {
        var old = one(id);
        replace(old, ObservationValues.of(old).row(id, old.datastream(), feature, old.seq()));
        if (feature != null) {
            extendArea(old.datastream(), feature);
        }
        return !Objects.equals(feature(old), feature);
    }

    /** Moves one to another datastream. */
    void stream(long id, long stream) throws SQLException {
        var old = one(id);
        replace(old, ObservationValues.of(old).row(id, stream, feature(old), old.seq()));
    }

    private void replace(Row old, Row changed) throws SQLException {
        remove(List.of(old));
        database.observations().prepareWithin(request.connection(), changed.time());
        database.observations().addChanged(request.connection(), List.of(changed));
        changes.stream(changed.datastream());
    }

    /** Removes rows. */
    void remove(Collection<Row> rows) throws SQLException {
        var byStream = rows.stream().collect(Collectors.groupingBy(Row::datastream, TreeMap::new, Collectors.toList()));
        for (var entry : byStream.entrySet()) {
            for (Row row : entry.getValue()) {
                // with the time PostgreSQL looks into one partition only, with the datastream it has an index
                Sql.of(
                                "delete from observation where id = ? and datastream_id = ? and phenomenon_time = ?",
                                row.id(),
                                (int) row.datastream(),
                                row.time())
                        .update(request.connection());
                if (row.more() != null) {
                    Sql.of("delete from observation_more where observation_id = ?", row.id())
                            .update(request.connection());
                }
            }
            changes.stream(entry.getKey());
            database.observations().subtract(request.connection(), entry.getKey(), entry.getValue());
        }
    }

    /** Makes sure that the area of a datastream holds a feature. */
    void extendArea(long stream, long feature) throws SQLException {
        var sql = Sql.of("select min_lon, min_lat, max_lon, max_lat from feature_of_interest where id = ?", feature);
        try (var statement = sql.prepare(request.connection());
                var box = statement.executeQuery()) {
            if (box.next() && box.getObject(1) != null) {
                extend(stream, box.getDouble(1), box.getDouble(2), box.getDouble(3), box.getDouble(4));
            }
        }
    }

    private void extend(long stream, double west, double south, double east, double north) throws SQLException {
        var outside = Sql.of(
                "update datastream set area_min_lon = least(coalesce(area_min_lon, ?), ?),"
                        + " area_min_lat = least(coalesce(area_min_lat, ?), ?),"
                        + " area_max_lon = greatest(coalesce(area_max_lon, ?), ?),"
                        + " area_max_lat = greatest(coalesce(area_max_lat, ?), ?) where id = ?"
                        + " and (area_min_lon is null or area_min_lon > ? or area_min_lat > ?"
                        + " or area_max_lon < ? or area_max_lat < ?)",
                west,
                west,
                south,
                south,
                east,
                east,
                north,
                north,
                stream,
                west,
                south,
                east,
                north);
        outside.update(request.connection());
    }
}
