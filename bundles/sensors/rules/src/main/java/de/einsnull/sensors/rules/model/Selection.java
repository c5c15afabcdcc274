package de.einsnull.sensors.rules.model;

import de.einsnull.sensors.api.Thing;

/**
 * Which things a rule is about.
 *
 * @param kind kind of the things, empty for all
 * @param group car park, district or other group, empty for all
 * @param thing id of the only thing, 0 for all
 */
public record Selection(String kind, String group, long thing) {

    /**
     * Whether a thing is meant.
     *
     * @param one the thing
     * @return true if all that is stated fits
     */
    public boolean contains(Thing one) {
        return (thing == 0 || thing == one.id())
                && (kind.isEmpty() || kind.equals(one.kind()))
                && (group.isEmpty() || group.equals(one.group()));
    }
}
