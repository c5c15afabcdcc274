package de.einsnull.sensors.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the city knows from its sensors. Safe for use by several threads. Things with their last values are answered from
 * memory; observations are read from the database.
 *
 * <p>Returns everything, whatever the reader may see: a caller that answers the public leaves out datastreams that are not
 * {@link Datastream#open()}, or asks with {@link ThingQuery#openOnly()}.
 */
@ProviderType
public interface SensorDirectory {

    /**
     * Grows whenever a thing, a datastream or a last value changes. For ETags and for callers that keep derived data.
     *
     * @return number of changes since the platform was started
     */
    long version();

    /**
     * Lists things with location, datastreams and last values, by id.
     *
     * @param query which things
     * @return the page
     */
    Page<Thing> things(ThingQuery query);

    /**
     * Finds a thing.
     *
     * @param id its id
     * @return the thing, empty if there is none
     */
    Optional<Thing> thing(long id);

    /**
     * Finds a datastream.
     *
     * @param id its id
     * @return the datastream, empty if there is none
     */
    Optional<Datastream> datastream(long id);

    /**
     * Lists observations of a datastream by phenomenon time.
     *
     * @param datastream its id; an unknown one has no observations
     * @param query which observations
     * @return the page
     * @throws SensorDataException if the database cannot be asked
     */
    Page<Observation> observations(long datastream, ObservationQuery query);

    /**
     * A series for a chart, oldest first. When there are more observations than points, the range is cut into equal parts
     * and each part gives one point at the time of its last observation: the mean of numbers, the last of other values.
     *
     * @param datastream its id
     * @param from earliest phenomenon time, inclusive
     * @param to latest phenomenon time, exclusive
     * @param maxPoints most points, 2 to {@value Page#MAX}
     * @return the points
     * @throws SensorDataException if the database cannot be asked
     */
    List<Observation> history(long datastream, Instant from, Instant to, int maxPoints);

    /**
     * Lists the models of devices, by id.
     *
     * @return the models
     */
    List<SensorModel> models();

    /**
     * Lists what is observed, by id.
     *
     * @return the properties
     */
    List<ObservedProperty> observedProperties();
}
