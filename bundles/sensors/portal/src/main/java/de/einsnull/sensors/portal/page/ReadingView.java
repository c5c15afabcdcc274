package de.einsnull.sensors.portal.page;

import java.time.Instant;

/**
 * The last value of a series, as templates see it.
 *
 * @param channel id of the channel
 * @param name name of the channel
 * @param value last value without unit, empty if there is none
 * @param unit unit for people, may be empty
 * @param observedAt when it was observed, null if it never was
 * @param chosen whether the chart below shows this series
 */
public record ReadingView(String channel, String name, String value, String unit, Instant observedAt, boolean chosen) {}
