package de.einsnull.search.api;

import de.einsnull.bus.api.CityEvent;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that can be found was added, changed or removed. As an event it reaches every node, which then asks the
 * {@link SearchSource} of the type for it.
 *
 * @param type type of the documents
 * @param id id of the thing
 */
public record SearchChanged(String type, String id) {

    /** Type of the event. */
    public static final String EVENT = "de.einsnull.search.changed.v1";

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if they break the rules of {@link SearchDocument}
     */
    public SearchChanged {
        if (!SearchDocument.isType(type) || !SearchDocument.isId(id)) {
            throw new IllegalArgumentException("Not a type and an id: " + type + ", " + id);
        }
    }

    /**
     * The event, for the outbox of a module that stores it together with the row that changed.
     *
     * @param source who says so
     * @param at when it changed (UTC)
     * @return an event with a fresh id
     */
    public CityEvent event(URI source, Instant at) {
        String data = "{\"type\":\"" + type + "\",\"id\":\"" + id + "\"}";
        return CityEvent.of(source, EVENT, type + "/" + id, at, data);
    }

    /**
     * Reads an event.
     *
     * @param event any event
     * @return what changed, empty if it is no event of this type or malformed
     */
    public static Optional<SearchChanged> of(CityEvent event) {
        int slash = event.subject().indexOf('/');
        if (!EVENT.equals(event.type()) || slash < 0) {
            return Optional.empty();
        }
        String type = event.subject().substring(0, slash);
        String id = event.subject().substring(slash + 1);
        return SearchDocument.isType(type) && SearchDocument.isId(id)
                ? Optional.of(new SearchChanged(type, id))
                : Optional.empty();
    }
}
