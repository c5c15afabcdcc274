package de.einsnull.sensors.codec.js;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A value of a program's answer that becomes a reading.
 *
 * @param path where it stands: {@code soil.moisture}; parts of lists by number
 * @param channel what it becomes
 * @param factor numbers are multiplied by it
 */
record Field(String path, Channel channel, double factor) {

    /** Where the path leads; missing if nowhere. */
    JsonNode in(JsonNode data) {
        return data.at("/" + path.replace("~", "~0").replace("/", "~1").replace('.', '/'));
    }

    /** The reading; of the wrong type if the program says so, then the platform refuses it by its cause. */
    Optional<Reading> reading(JsonNode data, Instant at) {
        return value(in(data))
                .map(value ->
                        new Reading(channel.id(), value, value instanceof Value.Quantity ? channel.unit() : "", at));
    }

    Optional<Value> value(JsonNode found) {
        if (found.isNumber()) {
            return Optional.of(Value.of(scaled(found.doubleValue())));
        }
        if (found.isBoolean()) {
            return Optional.of(Value.of(found.booleanValue()));
        }
        return found.isTextual() ? Optional.of(Value.of(found.textValue())) : Optional.empty();
    }

    /** In decimals, so that a factor adds no digits that nobody measured. */
    private double scaled(double number) {
        return factor == 1 || !Double.isFinite(number)
                ? number
                : BigDecimal.valueOf(number)
                        .multiply(BigDecimal.valueOf(factor))
                        .doubleValue();
    }
}
