package de.einsnull.sensors.sensorthings.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A page of a set.
 *
 * @param entities in the order that was asked for
 * @param count how many there are in all, exactly; empty if nobody asked
 * @param more whether there are more behind this page
 * @param next where the next page starts, for {@link de.einsnull.sensors.sensorthings.query.Query#token()}: letters,
 *     digits, {@code -}, {@code .}, {@code _}, at most 200; empty if there is none or it is found by skipping
 */
public record Page(List<Entity> entities, OptionalLong count, boolean more, Optional<String> next) {

    /** Copies the list. */
    public Page {
        entities = List.copyOf(entities);
    }
}
