package de.einsnull.search.api;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells the search of all nodes that a document changed. Safe for use by several threads.
 *
 * <p>A module that changes a row in the same step publishes {@link SearchChanged} through its outbox instead, so that the
 * row and the event are stored together or not at all.
 */
@ProviderType
public interface SearchChanges {

    /**
     * Something was added, changed or removed.
     *
     * @param type type of the documents
     * @param id id of the thing
     * @return completes when the bus has stored it, so that it survives a crash; completes exceptionally with a
     *     {@code BusException} when it has not, and the caller should say it again
     * @throws IllegalArgumentException if type or id are malformed
     */
    CompletionStage<Void> changed(String type, String id);
}
