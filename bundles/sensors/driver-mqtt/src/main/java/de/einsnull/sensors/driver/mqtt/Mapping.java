package de.einsnull.sensors.driver.mqtt;

import com.fasterxml.jackson.core.JsonPointer;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;

/**
 * Where a channel is found in a message.
 *
 * @param channel the channel
 * @param pointer the place in the JSON
 */
record Mapping(Channel channel, JsonPointer pointer) {

    /**
     * Reads a line of the settings, see {@link Settings#channels()}.
     *
     * @throws IllegalArgumentException if it cannot be understood; the message says what is expected
     */
    static Mapping parse(String line) {
        var sides = line.split("=", 2);
        var parts = sides.length == 2 ? sides[1].split(",") : new String[0];
        if (parts.length < 2 || parts.length > 3) {
            throw new IllegalArgumentException(
                    "Expected 'channel = /pointer, unit', for example 'air_temperature = /temp, Cel': '" + line + "'");
        }
        var id = sides[0].strip();
        var property = parts.length == 3 ? parts[2].strip() : Channels.observedProperty(id);
        var kind = parts[1].strip();
        var channel =
                switch (kind) {
                    case "boolean" -> Channel.flag(id, property);
                    case "text" -> Channel.text(id, property);
                    default -> Channel.number(id, kind, property);
                };
        return new Mapping(channel, JsonPointer.compile(parts[0].strip()));
    }
}
