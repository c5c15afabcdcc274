package de.einsnull.sensors.rest.sta;

import java.util.List;

/** Entities that can be listed and picked. */
interface EntitySet {

    /**
     * A page.
     *
     * @param items the entities
     * @param total length of the whole list, -1 if it was not asked for
     * @param more whether something follows
     */
    record Slice(List<Entity> items, long total, boolean more) {}

    /** Cuts out a page. */
    Slice slice(Options options);

    /** Finds one by its key; throws a problem if there is none. */
    Entity pick(String key);
}
