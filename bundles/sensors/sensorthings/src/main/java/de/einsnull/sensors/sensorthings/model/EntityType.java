package de.einsnull.sensors.sensorthings.model;

import static de.einsnull.sensors.sensorthings.model.Property.may;
import static de.einsnull.sensors.sensorthings.model.Property.must;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Types of entities (18-088, clause 8 and, for MultiDatastream, 11.2.2) with their properties in the order of the standard. */
public enum EntityType {
    /** What is observed or observes: a device, a building, a tree. */
    THING("Thing", "Things", must("name", Kind.TEXT), must("description", Kind.TEXT), may("properties", Kind.OBJECT)),
    /** Where Things are. */
    LOCATION(
            "Location",
            "Locations",
            must("name", Kind.TEXT),
            must("description", Kind.TEXT),
            must("encodingType", Kind.TEXT),
            must("location", Kind.GEOMETRY),
            may("properties", Kind.OBJECT)),
    /** Where a Thing was from a time on. */
    HISTORICAL_LOCATION("HistoricalLocation", "HistoricalLocations", must("time", Kind.INSTANT)),
    /** Observations of one property of one Thing by one Sensor. */
    DATASTREAM(
            "Datastream",
            "Datastreams",
            must("name", Kind.TEXT),
            must("description", Kind.TEXT),
            may("observationType", Kind.TEXT),
            must("unitOfMeasurement", Kind.OBJECT),
            may("observedArea", Kind.GEOMETRY),
            may("phenomenonTime", Kind.INTERVAL),
            may("resultTime", Kind.INTERVAL),
            may("properties", Kind.OBJECT)),
    /** Observations of several properties at once; each result is an array. */
    MULTI_DATASTREAM(
            "MultiDatastream",
            "MultiDatastreams",
            must("name", Kind.TEXT),
            must("description", Kind.TEXT),
            may("observationType", Kind.TEXT),
            may("multiObservationDataTypes", Kind.LIST),
            must("unitOfMeasurements", Kind.LIST),
            may("observedArea", Kind.GEOMETRY),
            may("phenomenonTime", Kind.INTERVAL),
            may("resultTime", Kind.INTERVAL),
            may("properties", Kind.OBJECT)),
    /** The procedure by which observations are made. */
    SENSOR(
            "Sensor",
            "Sensors",
            must("name", Kind.TEXT),
            must("description", Kind.TEXT),
            must("encodingType", Kind.TEXT),
            must("metadata", Kind.ANY),
            may("properties", Kind.OBJECT)),
    /** What is measured. */
    OBSERVED_PROPERTY(
            "ObservedProperty",
            "ObservedProperties",
            must("name", Kind.TEXT),
            must("definition", Kind.TEXT),
            must("description", Kind.TEXT),
            may("properties", Kind.OBJECT)),
    /** One result at one time. */
    OBSERVATION(
            "Observation",
            "Observations",
            may("phenomenonTime", Kind.TIME),
            must("result", Kind.ANY),
            may("resultTime", Kind.INSTANT),
            may("resultQuality", Kind.ANY),
            may("validTime", Kind.INTERVAL),
            may("parameters", Kind.OBJECT)),
    /** What an observation is about. */
    FEATURE_OF_INTEREST(
            "FeatureOfInterest",
            "FeaturesOfInterest",
            must("name", Kind.TEXT),
            must("description", Kind.TEXT),
            must("encodingType", Kind.TEXT),
            must("feature", Kind.GEOMETRY),
            may("properties", Kind.OBJECT));

    private final String entityName;
    private final String set;
    private final List<Property> properties;

    EntityType(String entityName, String set, Property... properties) {
        this.entityName = entityName;
        this.set = set;
        this.properties = List.of(properties);
    }

    /**
     * The type's name in the standard.
     *
     * @return for example {@code Thing}
     */
    public String entityName() {
        return entityName;
    }

    /**
     * The name of the set of all of them.
     *
     * @return for example {@code Things}
     */
    public String set() {
        return set;
    }

    /**
     * Properties without {@link Property#ID}.
     *
     * @return in the order of the standard
     */
    public List<Property> properties() {
        return properties;
    }

    /**
     * Finds a property.
     *
     * @param name as in JSON; {@code id} and {@code @iot.id} are the id
     * @return empty if the type has none of that name
     */
    public Optional<Property> property(String name) {
        if (name.equals("id") || name.equals(Property.ID.name())) {
            return Optional.of(Property.ID);
        }
        for (Property property : properties) { // asked for each value of each row: no stream
            if (property.name().equals(name)) {
                return Optional.of(property);
            }
        }
        return Optional.empty();
    }

    /**
     * Finds a property that is known to exist.
     *
     * @param name as in JSON
     * @return the property
     * @throws IllegalArgumentException if the type has none of that name
     */
    public Property require(String name) {
        return property(name).orElseThrow(() -> new IllegalArgumentException(entityName + " has no " + name));
    }

    /**
     * Where one gets to from it.
     *
     * @return in the order of the standard
     */
    public List<Navigation> navigations() {
        return Navigation.from(this);
    }

    /**
     * Finds a navigation property.
     *
     * @param name as in JSON, for example {@code Datastreams}
     * @return empty if the type has none of that name
     */
    public Optional<Navigation> navigation(String name) {
        for (Navigation navigation : navigations()) {
            if (navigation.navigationName().equals(name)) {
                return Optional.of(navigation);
            }
        }
        return Optional.empty();
    }

    /**
     * Finds a type by the name of its set.
     *
     * @param set for example {@code Things}
     * @return empty if there is none
     */
    public static Optional<EntityType> ofSet(String set) {
        return Arrays.stream(values()).filter(t -> t.set.equals(set)).findFirst();
    }
}
