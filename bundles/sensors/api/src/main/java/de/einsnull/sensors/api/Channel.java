package de.einsnull.sensors.api;

import java.util.Objects;

/**
 * One value that a device model can deliver. Becomes a datastream of every thing whose device delivers it.
 *
 * @param id lower-case letters, digits and underscores, at most 64; see {@link Channels}
 * @param type kind of value
 * @param unit UCUM code (ucum.org) of numbers, for example {@code Cel}, {@code %}, {@code 1}; empty for other types
 * @param observedProperty URI of what is observed; see {@link ObservedProperties}
 * @param nameKey key of the name in message catalogues; {@code sensors.channel.<id>} for well-known channels
 */
public record Channel(String id, ValueType type, String unit, String observedProperty, String nameKey) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the id is malformed, a number has no unit or another type has one
     */
    public Channel {
        Objects.requireNonNull(observedProperty, "observedProperty");
        Objects.requireNonNull(nameKey, "nameKey");
        if (!id.matches("[a-z0-9_]{1,64}")) {
            throw new IllegalArgumentException("Not a channel id: '" + id + "'");
        }
        if ((type == ValueType.NUMBER) == unit.isBlank()) {
            throw new IllegalArgumentException(
                    "Channel " + id + ": numbers have a UCUM unit (1 for counts), other types have none");
        }
    }

    /**
     * A channel of numbers with the usual name key.
     *
     * @param id channel id
     * @param unit UCUM code
     * @param observedProperty URI
     * @return the channel
     */
    public static Channel number(String id, String unit, String observedProperty) {
        return new Channel(id, ValueType.NUMBER, unit, observedProperty, "sensors.channel." + id);
    }

    /**
     * A channel of truth values with the usual name key.
     *
     * @param id channel id
     * @param observedProperty URI
     * @return the channel
     */
    public static Channel flag(String id, String observedProperty) {
        return new Channel(id, ValueType.BOOLEAN, "", observedProperty, "sensors.channel." + id);
    }

    /**
     * A channel of texts with the usual name key.
     *
     * @param id channel id
     * @param observedProperty URI
     * @return the channel
     */
    public static Channel text(String id, String observedProperty) {
        return new Channel(id, ValueType.TEXT, "", observedProperty, "sensors.channel." + id);
    }
}
