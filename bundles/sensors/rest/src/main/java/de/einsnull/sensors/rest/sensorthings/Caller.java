package de.einsnull.sensors.rest.sensorthings;

import de.einsnull.sensors.sensorthings.store.Visibility;

/**
 * What the one who asks may do.
 *
 * @param actor id of the account, empty if nobody has logged in
 * @param visibility what he may see
 * @param writing whether he may write
 * @param base address of the service root as he knows it, without a slash at its end
 */
record Caller(String actor, Visibility visibility, boolean writing, String base) {

    /** Whether he has logged in. */
    boolean known() {
        return !actor.isEmpty();
    }
}
