package de.einsnull.sensors.api.driver;

import de.einsnull.sensors.api.Value;
import java.time.Instant;
import java.util.Objects;

/**
 * One value of one channel.
 *
 * @param channel id of the channel
 * @param value the value
 * @param unit UCUM code of the number, which must be that of the channel; empty for other values
 * @param at when it was so in the world (UTC)
 */
public record Reading(String channel, Value value, String unit, Instant at) {

    /** Refuses null. */
    public Reading {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(at, "at");
    }

    /**
     * A number.
     *
     * @param channel id of the channel
     * @param number the number
     * @param unit UCUM code
     * @param at when it was so (UTC)
     */
    public Reading(String channel, double number, String unit, Instant at) {
        this(channel, Value.of(number), unit, at);
    }

    /**
     * True or false.
     *
     * @param channel id of the channel
     * @param on the value
     * @param at when it was so (UTC)
     */
    public Reading(String channel, boolean on, Instant at) {
        this(channel, Value.of(on), "", at);
    }

    /**
     * A text.
     *
     * @param channel id of the channel
     * @param text the text
     * @param at when it was so (UTC)
     */
    public Reading(String channel, String text, Instant at) {
        this(channel, Value.of(text), "", at);
    }
}
