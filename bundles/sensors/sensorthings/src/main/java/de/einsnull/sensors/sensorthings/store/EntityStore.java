package de.einsnull.sensors.sensorthings.store;

import de.einsnull.sensors.sensorthings.query.EntityPath;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Query;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps the entities of SensorThings, an OSGi service. Thread-safe; each call is one transaction. Who may write is decided
 * by the caller; a write sees everything.
 *
 * <p>It does by itself what the standard asks for (18-088, 10.3): an observation without a FeatureOfInterest gets that of
 * its Thing's location; a Thing whose Locations change gets a HistoricalLocation, and a HistoricalLocation that is later
 * than all others of its Thing moves the Thing; a Location takes the place of a Thing's others; deletes go on to what
 * cannot be without the deleted (table 24); times and area of a Datastream follow its observations.
 *
 * <p>Every method throws a {@link StoreException}: with {@link Failure.Missing} if the path does not lead to an entity,
 * with {@link Failure.Away} without the database, and with what its own description names.
 */
@ProviderType
public interface EntityStore {

    /**
     * Reads entities.
     *
     * @param path which; for one entity the page has exactly this one, or none behind a to-one navigation that leads
     *     nowhere (everything else that is not there is {@link Failure.Missing})
     * @param query options; of one entity select and expand only
     * @param visibility what the reader may see: whatever else there is, is not there for the answer, the filter and the
     *     count
     * @return the page; {@link Failure.TooExpensive} if it cannot be found with bounded effort
     */
    Page read(EntityPath path, Query query, Visibility visibility);

    /**
     * Creates an entity and those within it, all or none.
     *
     * @param set path to the set in which it is created; with more than one step the new entity is linked to the entity
     *     before the last step
     * @param draft the entity
     * @return its id; {@link Failure.Violated} if it cannot be
     */
    long create(EntityPath set, Draft draft);

    /**
     * Creates several entities, each by itself: one that is refused does not keep the others away. Made for many
     * observations of few Datastreams at once.
     *
     * @param drafts entities of one type with their links
     * @return for each draft what became of it, in the same order
     */
    List<Outcome> createEach(List<Draft> drafts);

    /**
     * Changes an entity.
     *
     * @param path one entity
     * @param editing what changes; what it throws is thrown on, and nothing is changed
     */
    void update(EntityPath path, Editing editing);

    /**
     * Deletes an entity and what cannot be without it.
     *
     * @param path one entity
     */
    void delete(EntityPath path);

    /**
     * Deletes entities of a set and what cannot be without them.
     *
     * @param path a set
     * @param filter which of them, all if empty
     * @return how many of the set, 0 or more
     */
    long deleteAll(EntityPath path, Optional<Expression> filter);

    /**
     * Links two entities that exist. Of a to-one navigation the target replaces the one before; of a many-to-many one it
     * comes on top.
     *
     * @param path path to the entity and, as its last step, the navigation, without an id
     * @param target id of what it is linked to; {@link Failure.Violated} with the pointer {@code /@iot.id} if there is none
     */
    void link(EntityPath path, long target);

    /**
     * Takes a link away; both entities stay. {@link Failure.Violated} if one of them cannot be without it.
     *
     * @param path path to the entity and, as its last step, the navigation, with the id of what it is linked to unless the
     *     navigation is to-one; an ObservedProperty that leaves a MultiDatastream takes its unit and data type along
     */
    void unlink(EntityPath path);

    /**
     * Runs several calls of this store as one transaction: all their writes or, if one of them throws, none.
     *
     * @param calls calls the store on the thread that runs it
     * @param <T> what comes out
     * @return what the calls returned
     */
    <T> T together(Supplier<T> calls);
}
