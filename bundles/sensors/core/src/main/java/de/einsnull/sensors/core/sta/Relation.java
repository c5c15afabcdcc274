package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.Navigation;

/** Where a relation between entities stands in the database. */
sealed interface Relation {

    /**
     * In a column of the target of a to-many navigation, or of the source of a to-one one.
     *
     * @param table the table
     * @param column holds the id of the other entity
     */
    record Key(String table, String column) implements Relation {}

    /**
     * In a table of pairs.
     *
     * @param table the table
     * @param source column with the id of the source
     * @param target column with the id of the target
     */
    record Pairs(String table, String source, String target) implements Relation {}

    /** In a way of its own: a feature of interest. */
    record Feature() implements Relation {}

    static Relation of(Navigation navigation) {
        return switch (navigation) {
            case THING_LOCATIONS -> new Pairs("thing_location", "thing_id", "location_id");
            case LOCATION_THINGS -> new Pairs("thing_location", "location_id", "thing_id");
            case LOCATION_HISTORICAL_LOCATIONS -> new Pairs(
                    "historical_location_location", "location_id", "historical_location_id");
            case HISTORICAL_LOCATION_LOCATIONS -> new Pairs(
                    "historical_location_location", "historical_location_id", "location_id");
            case MULTI_DATASTREAM_OBSERVED_PROPERTIES -> new Pairs(
                    "multi_observed_property", "datastream_id", "observed_property_id");
            case OBSERVED_PROPERTY_MULTI_DATASTREAMS -> new Pairs(
                    "multi_observed_property", "observed_property_id", "datastream_id");
            case THING_HISTORICAL_LOCATIONS, HISTORICAL_LOCATION_THING -> new Key("historical_location", "thing_id");
            case THING_DATASTREAMS, THING_MULTI_DATASTREAMS, DATASTREAM_THING, MULTI_DATASTREAM_THING -> new Key(
                    "datastream", "thing_id");
            case SENSOR_DATASTREAMS, SENSOR_MULTI_DATASTREAMS, DATASTREAM_SENSOR, MULTI_DATASTREAM_SENSOR -> new Key(
                    "datastream", "sensor_id");
            case OBSERVED_PROPERTY_DATASTREAMS, DATASTREAM_OBSERVED_PROPERTY -> new Key(
                    "datastream", "observed_property_id");
            case DATASTREAM_OBSERVATIONS,
                    MULTI_DATASTREAM_OBSERVATIONS,
                    OBSERVATION_DATASTREAM,
                    OBSERVATION_MULTI_DATASTREAM -> new Key("observation", "datastream_id");
            case OBSERVATION_FEATURE_OF_INTEREST, FEATURE_OF_INTEREST_OBSERVATIONS -> new Feature();
        };
    }
}
