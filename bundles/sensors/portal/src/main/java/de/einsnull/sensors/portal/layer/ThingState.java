package de.einsnull.sensors.portal.layer;

import de.einsnull.portal.api.MapFeature.State;
import java.time.Instant;
import java.util.Optional;

/**
 * What a thing says now, in one language.
 *
 * @param state meaning of the symbol
 * @param text the state in words
 * @param value further value with unit, may be empty
 * @param at when it was observed, empty if it never was
 */
public record ThingState(State state, String text, String value, Optional<Instant> at) {}
