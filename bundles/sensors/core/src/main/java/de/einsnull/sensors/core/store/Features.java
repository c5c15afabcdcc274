package de.einsnull.sensors.core.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The feature of interest that observations have unless they name one: that of the place where their thing was. Kept by
 * datastream, for ranges of ids of observations, so that an observation has the feature of its time without a column.
 */
public final class Features {

    /** End of a range that goes on. */
    public static final long OPEN = Long.MAX_VALUE;

    private static final String OF_THINGS = "select d.id, l.feature_id from datastream d"
            + " join thing t on t.id = d.thing_id left join location l on l.id = t.location_id where t.id = any(?)";

    private static final String UNMADE = "select distinct t.location_id from thing t join location l"
            + " on l.id = t.location_id where l.feature_id is null and t.id = any(?)";

    private static final String MAKE = "insert into feature_of_interest (id, name, description, encoding_type, feature,"
            + " properties, shape, min_lon, min_lat, max_lon, max_lat) select ?, l.name, l.description,"
            + " l.encoding_type, l.location, l.properties, l.shape, l.min_lon, l.min_lat, l.max_lon, l.max_lat"
            + " from location l where l.id = ?";

    private static final String MADE = "update location set feature_id = ? where id = ?";

    private static final String CLOSE = "update datastream_feature set last_id = ? where last_id = " + OPEN
            + " and exists (select 1 from (" + OF_THINGS + ") now (datastream_id, feature_id)"
            + " where now.datastream_id = datastream_feature.datastream_id"
            + " and (now.feature_id is null or now.feature_id <> datastream_feature.feature_id))";

    private static final String BEGIN = "insert into datastream_feature (datastream_id, first_id, last_id, feature_id)"
            + " select now.datastream_id, case when exists (select 1 from datastream_feature f"
            + " where f.datastream_id = now.datastream_id) then ? else 0 end, " + OPEN + ", now.feature_id from ("
            + OF_THINGS + ") now (datastream_id, feature_id) where now.feature_id is not null"
            + " and not exists (select 1 from datastream_feature f"
            + " where f.datastream_id = now.datastream_id and f.last_id = " + OPEN + ")";

    private static final String AREA = "update datastream set (area_min_lon, area_min_lat, area_max_lon, area_max_lat)"
            + " = (select min(f.min_lon), min(f.min_lat), max(f.max_lon), max(f.max_lat) from feature_of_interest f"
            + " where f.id in (select x.feature_id from datastream_feature x where x.datastream_id = datastream.id)"
            + " or f.id in (select m.feature_id from observation_more m where m.datastream_id = datastream.id))"
            + " where thing_id = any(?)";

    private Features() {}

    /** Ends ranges of datastreams whose things have gone elsewhere; observations from this id on are not in them. */
    public static void follow(Connection connection, long from, Long... things) throws SQLException {
        try (var statement = connection.prepareStatement(CLOSE)) {
            statement.setLong(1, from - 1);
            statement.setArray(2, connection.createArrayOf("bigint", things));
            statement.executeUpdate();
        }
    }

    /**
     * Begins ranges where datastreams of these things have none and their things are at a place on the map; says which
     * features are new.
     */
    public static List<Long> open(Connection connection, IdBlocks ids, long from, Long... things) throws SQLException {
        var array = connection.createArrayOf("bigint", things);
        var made = make(connection, ids, array);
        try (var statement = connection.prepareStatement(BEGIN)) {
            statement.setLong(1, from);
            statement.setArray(2, array);
            statement.executeUpdate();
        }
        update(connection, AREA, array);
        return made;
    }

    private static List<Long> make(Connection connection, IdBlocks ids, Array things) throws SQLException {
        var features = new ArrayList<Long>();
        try (var unmade = connection.prepareStatement(UNMADE);
                var make = connection.prepareStatement(MAKE);
                var made = connection.prepareStatement(MADE)) {
            unmade.setArray(1, things);
            try (var places = unmade.executeQuery()) {
                while (places.next()) {
                    long id = ids.next(connection);
                    add(make, id, places.getLong(1));
                    add(made, id, places.getLong(1));
                    features.add(id);
                }
            }
            make.executeBatch();
            made.executeBatch();
        }
        return features;
    }

    private static void add(PreparedStatement statement, long feature, long place) throws SQLException {
        statement.setLong(1, feature);
        statement.setLong(2, place);
        statement.addBatch();
    }

    private static void update(Connection connection, String sql, Array things) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, things);
            statement.executeUpdate();
        }
    }
}
