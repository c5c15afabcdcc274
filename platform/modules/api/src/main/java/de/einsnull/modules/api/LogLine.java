package de.einsnull.modules.api;

import java.time.Instant;

/**
 * A line of the log.
 *
 * @param at when
 * @param level {@code ERROR}, {@code WARN}, {@code INFO} or {@code DEBUG}
 * @param logger who wrote it
 * @param text what it says; of a failure the first line of the stack trace
 */
public record LogLine(Instant at, String level, String logger, String text) {}
