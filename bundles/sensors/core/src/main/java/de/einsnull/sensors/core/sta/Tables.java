package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.store.Visibility;
import java.util.ArrayList;
import java.util.List;

/** Tables of the entities and how they hang together. */
final class Tables {

    private static final String OPEN_STREAM = "exists (select 1 from datastream v where v.is_open and ";

    private Tables() {}

    static String name(EntityType type) {
        return switch (type) {
            case THING -> "thing";
            case LOCATION -> "location";
            case HISTORICAL_LOCATION -> "historical_location";
            case DATASTREAM, MULTI_DATASTREAM -> "datastream";
            case SENSOR -> "sensor";
            case OBSERVED_PROPERTY -> "observed_property";
            case OBSERVATION -> "observation";
            case FEATURE_OF_INTEREST -> "feature_of_interest";
        };
    }

    /** What holds for all rows with this alias that are entities of the type and may be seen. */
    static List<Sql> conditions(EntityType type, String alias, Visibility visibility) {
        var all = new ArrayList<Sql>();
        if (type == EntityType.DATASTREAM) {
            all.add(Sql.of("not " + alias + ".multi"));
        } else if (type == EntityType.MULTI_DATASTREAM) {
            all.add(Sql.of(alias + ".multi"));
        }
        if (visibility == Visibility.OPEN) {
            all.add(Sql.of(open(type, alias)));
        }
        return all;
    }

    private static String open(EntityType type, String a) {
        return switch (type) {
            case DATASTREAM, MULTI_DATASTREAM -> a + ".is_open";
            case THING -> OPEN_STREAM + "v.thing_id = " + a + ".id)";
            case SENSOR -> OPEN_STREAM + "v.sensor_id = " + a + ".id)";
            case OBSERVATION -> OPEN_STREAM + "v.id = " + a + ".datastream_id)";
            case HISTORICAL_LOCATION -> OPEN_STREAM + "v.thing_id = " + a + ".thing_id)";
            case OBSERVED_PROPERTY -> "(" + OPEN_STREAM + "v.observed_property_id = " + a
                    + ".id) or exists (select 1 from"
                    + " multi_observed_property x join datastream v on v.id = x.datastream_id"
                    + " where v.is_open and x.observed_property_id = " + a + ".id))";
            case LOCATION -> "(exists (select 1 from thing_location x join datastream v on v.thing_id = x.thing_id"
                    + " where v.is_open and x.location_id = " + a + ".id) or exists (select 1 from"
                    + " historical_location_location x join historical_location h on h.id ="
                    + " x.historical_location_id join datastream v on v.thing_id = h.thing_id"
                    + " where v.is_open and x.location_id = " + a + ".id))";
            case FEATURE_OF_INTEREST -> "(exists (select 1 from datastream_feature x join datastream v on v.id = x.datastream_id"
                    + " where v.is_open and x.feature_id = " + a + ".id) or exists (select 1 from"
                    + " observation_more x join datastream v on v.id = x.datastream_id"
                    + " where v.is_open and x.feature_id = " + a + ".id))";
        };
    }

    /** The rows that a navigation leads to: a condition on the alias of the target, from the alias of the source. */
    static String link(Navigation navigation, String s, String t) {
        return switch (navigation) {
            case DATASTREAM_THING, MULTI_DATASTREAM_THING, HISTORICAL_LOCATION_THING -> t + ".id = " + s + ".thing_id";
            case DATASTREAM_SENSOR, MULTI_DATASTREAM_SENSOR -> t + ".id = " + s + ".sensor_id";
            case DATASTREAM_OBSERVED_PROPERTY -> t + ".id = " + s + ".observed_property_id";
            case OBSERVATION_DATASTREAM, OBSERVATION_MULTI_DATASTREAM -> t + ".id = " + s + ".datastream_id";
            case OBSERVATION_FEATURE_OF_INTEREST -> t + ".id = " + feature(s);
            default -> links(navigation, s + ".id", t);
        };
    }

    /** The same for a navigation to a set, from the id of the source. */
    static String links(Navigation navigation, String id, String t) {
        return switch (navigation) {
            case THING_LOCATIONS -> through(t, "location_id", "thing_location", "thing_id", id);
            case LOCATION_THINGS -> through(t, "thing_id", "thing_location", "location_id", id);
            case LOCATION_HISTORICAL_LOCATIONS -> through(
                    t, "historical_location_id", "historical_location_location", "location_id", id);
            case HISTORICAL_LOCATION_LOCATIONS -> through(
                    t, "location_id", "historical_location_location", "historical_location_id", id);
            case MULTI_DATASTREAM_OBSERVED_PROPERTIES -> through(
                    t, "observed_property_id", "multi_observed_property", "datastream_id", id);
            case OBSERVED_PROPERTY_MULTI_DATASTREAMS -> through(
                    t, "datastream_id", "multi_observed_property", "observed_property_id", id);
            case THING_HISTORICAL_LOCATIONS, THING_DATASTREAMS, THING_MULTI_DATASTREAMS -> t + ".thing_id = " + id;
            case SENSOR_DATASTREAMS, SENSOR_MULTI_DATASTREAMS -> t + ".sensor_id = " + id;
            case OBSERVED_PROPERTY_DATASTREAMS -> t + ".observed_property_id = " + id;
            case DATASTREAM_OBSERVATIONS, MULTI_DATASTREAM_OBSERVATIONS -> t + ".datastream_id = " + id;
            case FEATURE_OF_INTEREST_OBSERVATIONS -> ofFeature(id, t);
            default -> throw new IllegalArgumentException(navigation + " leads to one");
        };
    }

    private static String through(String t, String target, String table, String source, String id) {
        return t + ".id in (select x." + target + " from " + table + " x where x." + source + " = " + id + ")";
    }

    /** Names the datastreams first, since observations can be found by those. */
    private static String ofFeature(String id, String t) {
        return t + ".datastream_id in (select x.datastream_id from datastream_feature x where x.feature_id = " + id
                + " union all select x.datastream_id from observation_more x where x.feature_id = " + id + ") and "
                + feature(t) + " = " + id;
    }

    /** The id of the feature of an observation. */
    static String feature(String o) {
        return "coalesce(" + more(o, "feature_id") + ", (select x.feature_id from datastream_feature x where"
                + " x.datastream_id = " + o + ".datastream_id and " + o + ".id between x.first_id and x.last_id))";
    }

    /** A column that few observations have a value in. */
    static String more(String o, String column) {
        return "case when " + o + ".more then (select m." + column
                + " from observation_more m where m.observation_id = " + o + ".id) end";
    }
}
