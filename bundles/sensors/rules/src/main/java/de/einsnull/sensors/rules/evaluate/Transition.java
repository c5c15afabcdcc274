package de.einsnull.sensors.rules.evaluate;

import java.time.Instant;
import java.util.List;

/**
 * A rule fires or ends for a thing.
 *
 * @param opened true if it fires, false if it ends
 * @param at when (UTC)
 * @param values last value of each condition, as kept; empty where there was none
 */
public record Transition(boolean opened, Instant at, List<String> values) {}
