package de.einsnull.sensors.rules.evaluate;

import java.time.Instant;

/**
 * What is known of one condition.
 *
 * @param holds whether it holds
 * @param at time of its last value; null before the first
 * @param value the last value as text; empty before the first
 */
record Slot(boolean holds, Instant at, String value) {

    static final Slot EMPTY = new Slot(false, null, "");

    Slot silent() {
        return new Slot(true, at, value);
    }
}
