package de.einsnull.sensors.rest.sensorthings;

import de.einsnull.sensors.sensorthings.store.Visibility;

/**
 * What the one who asks may do.
 *
 * @param visibility what he may see
 * @param writing whether he may write
 * @param known whether he has logged in
 * @param base address of the service root as he knows it, without a slash at its end
 */
record Caller(Visibility visibility, boolean writing, boolean known, String base) {}
