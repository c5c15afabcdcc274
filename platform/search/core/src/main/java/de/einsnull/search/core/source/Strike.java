package de.einsnull.search.core.source;

import de.einsnull.guard.api.Kind;

/**
 * Harm that a source did.
 *
 * @param by which source
 * @param kind what it did
 * @param cause what it threw, null if it threw nothing
 */
public record Strike(Contributed by, Kind kind, Throwable cause) {}
