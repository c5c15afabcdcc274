package de.einsnull.sensors.sensorthings.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How one gets from an entity to those it is related to. */
public enum Navigation {
    /** Where it is. */
    THING_LOCATIONS(EntityType.THING, "Locations", EntityType.LOCATION, true, false),
    /** Where it was. */
    THING_HISTORICAL_LOCATIONS(EntityType.THING, "HistoricalLocations", EntityType.HISTORICAL_LOCATION, true, false),
    /** What is observed of it. */
    THING_DATASTREAMS(EntityType.THING, "Datastreams", EntityType.DATASTREAM, true, false),
    /** What is observed of it, several properties at once. */
    THING_MULTI_DATASTREAMS(EntityType.THING, "MultiDatastreams", EntityType.MULTI_DATASTREAM, true, false),
    /** What is there. */
    LOCATION_THINGS(EntityType.LOCATION, "Things", EntityType.THING, true, false),
    /** Who was there. */
    LOCATION_HISTORICAL_LOCATIONS(
            EntityType.LOCATION, "HistoricalLocations", EntityType.HISTORICAL_LOCATION, true, false),
    /** Whose it is. */
    HISTORICAL_LOCATION_THING(EntityType.HISTORICAL_LOCATION, "Thing", EntityType.THING, false, true),
    /** Where it was. */
    HISTORICAL_LOCATION_LOCATIONS(EntityType.HISTORICAL_LOCATION, "Locations", EntityType.LOCATION, true, true),
    /** Of what. */
    DATASTREAM_THING(EntityType.DATASTREAM, "Thing", EntityType.THING, false, true),
    /** By what. */
    DATASTREAM_SENSOR(EntityType.DATASTREAM, "Sensor", EntityType.SENSOR, false, true),
    /** Which property. */
    DATASTREAM_OBSERVED_PROPERTY(EntityType.DATASTREAM, "ObservedProperty", EntityType.OBSERVED_PROPERTY, false, true),
    /** The results. */
    DATASTREAM_OBSERVATIONS(EntityType.DATASTREAM, "Observations", EntityType.OBSERVATION, true, false),
    /** Of what. */
    MULTI_DATASTREAM_THING(EntityType.MULTI_DATASTREAM, "Thing", EntityType.THING, false, true),
    /** By what. */
    MULTI_DATASTREAM_SENSOR(EntityType.MULTI_DATASTREAM, "Sensor", EntityType.SENSOR, false, true),
    /** Which properties, in the order of the results. */
    MULTI_DATASTREAM_OBSERVED_PROPERTIES(
            EntityType.MULTI_DATASTREAM, "ObservedProperties", EntityType.OBSERVED_PROPERTY, true, true),
    /** The results. */
    MULTI_DATASTREAM_OBSERVATIONS(EntityType.MULTI_DATASTREAM, "Observations", EntityType.OBSERVATION, true, false),
    /** What it measures. */
    SENSOR_DATASTREAMS(EntityType.SENSOR, "Datastreams", EntityType.DATASTREAM, true, false),
    /** What it measures, several properties at once. */
    SENSOR_MULTI_DATASTREAMS(EntityType.SENSOR, "MultiDatastreams", EntityType.MULTI_DATASTREAM, true, false),
    /** Where it is measured. */
    OBSERVED_PROPERTY_DATASTREAMS(EntityType.OBSERVED_PROPERTY, "Datastreams", EntityType.DATASTREAM, true, false),
    /** Where it is measured together with others. */
    OBSERVED_PROPERTY_MULTI_DATASTREAMS(
            EntityType.OBSERVED_PROPERTY, "MultiDatastreams", EntityType.MULTI_DATASTREAM, true, false),
    /** The series it belongs to; it belongs to this one or to a MultiDatastream. */
    OBSERVATION_DATASTREAM(EntityType.OBSERVATION, "Datastream", EntityType.DATASTREAM, false, false),
    /** The series it belongs to, if its result is an array. */
    OBSERVATION_MULTI_DATASTREAM(EntityType.OBSERVATION, "MultiDatastream", EntityType.MULTI_DATASTREAM, false, false),
    /** What it is about. */
    OBSERVATION_FEATURE_OF_INTEREST(
            EntityType.OBSERVATION, "FeatureOfInterest", EntityType.FEATURE_OF_INTEREST, false, false),
    /** What was observed of it. */
    FEATURE_OF_INTEREST_OBSERVATIONS(
            EntityType.FEATURE_OF_INTEREST, "Observations", EntityType.OBSERVATION, true, false);

    private static final Map<EntityType, List<Navigation>> BY_SOURCE = Arrays.stream(values())
            .collect(Collectors.groupingBy(
                    Navigation::source, () -> new EnumMap<>(EntityType.class), Collectors.toUnmodifiableList()));

    private final EntityType source;
    private final String navigationName;
    private final EntityType target;
    private final boolean many;
    private final boolean mandatory;

    Navigation(EntityType source, String navigationName, EntityType target, boolean many, boolean mandatory) {
        this.source = source;
        this.navigationName = navigationName;
        this.target = target;
        this.many = many;
        this.mandatory = mandatory;
    }

    static List<Navigation> from(EntityType source) {
        return BY_SOURCE.get(source);
    }

    /**
     * Where it starts.
     *
     * @return the type that has it
     */
    public EntityType source() {
        return source;
    }

    /**
     * Its name in JSON and paths.
     *
     * @return for example {@code Datastreams}
     */
    public String navigationName() {
        return navigationName;
    }

    /**
     * Where it leads.
     *
     * @return the type of what is found
     */
    public EntityType target() {
        return target;
    }

    /**
     * Whether it leads to a set.
     *
     * @return false if it leads to one entity at most
     */
    public boolean many() {
        return many;
    }

    /**
     * Whether a new entity needs at least one target.
     *
     * @return true if it does
     */
    public boolean mandatory() {
        return mandatory;
    }

    /**
     * The way back.
     *
     * @return the navigation of the target that leads here
     */
    public Navigation inverse() {
        return from(target).stream().filter(n -> n.target == source).findFirst().orElseThrow();
    }
}
