package de.einsnull.sensors.core.ingest;

/**
 * Why something is not stored.
 *
 * @param outcome code of {@code Outcomes}
 * @param detail what exactly is wrong
 */
public record Refusal(String outcome, String detail) {}
