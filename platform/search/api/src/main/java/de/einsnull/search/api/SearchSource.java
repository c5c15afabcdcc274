package de.einsnull.search.api;

import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Gives the documents of one type to the search. Register it as an OSGi service with {@link Searchable}; what it gives can
 * be found while the service is there, and no longer.
 *
 * <p>After a change tell {@link SearchChanges}, or publish {@link SearchChanged} with the row that changed. Each node of
 * the platform then asks for the one document again; so a source answers from data that all nodes share.
 *
 * <p>A source that throws, hangs or gives nonsense keeps its own type back only, and is reported as harm of its module.
 */
@ConsumerType
public interface SearchSource {

    /**
     * Gives all documents. Called on a thread of the search after the source came, when its version changed and when the
     * index is built anew; never twice at once. Give each document as soon as it is read: nothing is kept in memory.
     *
     * @param documents takes them; documents of one thing in several languages follow each other. Throws an
     *     {@link IllegalStateException} when no more are wanted: let it pass
     * @throws Exception when they cannot be had at the moment; the search goes on with those it knows and asks again later
     */
    void documents(Consumer<SearchDocument> documents) throws Exception;

    /**
     * Gives one thing as it is now. Called from several threads at once, never twice at once for one id; answer within a
     * second, after ten the call is interrupted.
     *
     * @param id id of the thing
     * @return one document for each language, empty if there is no such thing any more
     * @throws Exception when it cannot be had at the moment; asked again later
     */
    List<SearchDocument> document(String id) throws Exception;
}
