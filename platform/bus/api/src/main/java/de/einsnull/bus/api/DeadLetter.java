package de.einsnull.bus.api;

import java.time.Instant;

/**
 * A message that a group could not handle, kept until an operator replays or discards it.
 *
 * @param id identifies the letter
 * @param group the group that could not handle it
 * @param cause short stable code, for example {@code malformed-json} or {@code handler-failed}
 * @param detail what exactly went wrong
 * @param at when it was put aside (UTC)
 * @param message the message as it arrived
 */
public record DeadLetter(String id, String group, String cause, String detail, Instant at, TopicMessage message) {}
