package de.einsnull.sensors.api;

import java.util.Optional;
import java.util.Set;

/**
 * Which things are wanted.
 *
 * @param kinds only these kinds, all when empty
 * @param group only this group, all when empty
 * @param text only things whose name, description or group contains this text, whatever its case; all when blank
 * @param openOnly whether datastreams that are not open, and things left without a datastream by that, are left out
 * @param offset how many are skipped, 0 or more
 * @param limit most things returned, 1 to {@value Page#MAX}
 */
public record ThingQuery(
        Set<String> kinds, Optional<String> group, String text, boolean openOnly, int offset, int limit) {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if offset or limit are out of range
     */
    public ThingQuery {
        kinds = Set.copyOf(kinds);
        if (offset < 0 || limit < 1 || limit > Page.MAX) {
            throw new IllegalArgumentException("Not a page: offset " + offset + ", limit " + limit);
        }
    }

    /**
     * All open things of some kinds.
     *
     * @param kinds kinds, all when none are given
     * @return the query
     */
    public static ThingQuery open(String... kinds) {
        return new ThingQuery(Set.of(kinds), Optional.empty(), "", true, 0, Page.MAX);
    }
}
