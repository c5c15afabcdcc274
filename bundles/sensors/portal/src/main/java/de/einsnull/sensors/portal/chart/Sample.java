package de.einsnull.sensors.portal.chart;

import java.time.Instant;

/**
 * A point of a series.
 *
 * @param at when
 * @param value what
 */
public record Sample(Instant at, double value) {}
