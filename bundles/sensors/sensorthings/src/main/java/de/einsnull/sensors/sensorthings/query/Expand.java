package de.einsnull.sensors.sensorthings.query;

import de.einsnull.sensors.sensorthings.model.Navigation;

/**
 * Related entities that are wanted in the same answer.
 *
 * @param navigation which
 * @param query which of them, and what of them
 */
public record Expand(Navigation navigation, Query query) {}
