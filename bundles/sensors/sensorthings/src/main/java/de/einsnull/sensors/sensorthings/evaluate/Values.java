package de.einsnull.sensors.sensorthings.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.sensorthings.model.TimeValue;
import de.einsnull.sensors.sensorthings.parse.Temporals;
import java.math.BigDecimal;

/** Takes out of a value what an operator needs; null where it does not hold that. */
final class Values {

    private Values() {}

    /** A truth value. */
    static Boolean truth(Object value) {
        if (value instanceof JsonNode json) {
            return json.isBoolean() ? json.booleanValue() : null;
        }
        return (Boolean) value;
    }

    /** A {@link BigDecimal} where it is exact, a {@link Double} where it was calculated or read as one. */
    static Number number(Object value) {
        if (value instanceof JsonNode json) {
            if (!json.isNumber()) {
                return null;
            }
            boolean whole = json.isIntegralNumber() && json.canConvertToLong();
            return whole ? BigDecimal.valueOf(json.longValue()) : (Number) json.doubleValue();
        }
        return value instanceof Long id ? BigDecimal.valueOf(id) : (Number) value;
    }

    /** The text of a scalar. */
    static String text(Object value) {
        if (value instanceof JsonNode json) {
            return json.isValueNode() && !json.isNull() ? json.asText() : null;
        }
        return (String) value;
    }

    /** An instant or interval. */
    static TimeValue time(Object value) {
        if (value instanceof JsonNode json) {
            return json.isTextual() ? Temporals.parse(json.textValue()).orElse(null) : null;
        }
        return (TimeValue) value;
    }

    /** Null also for JSON null. */
    static Object orNull(Object value) {
        return value instanceof JsonNode json && (json.isNull() || json.isMissingNode()) ? null : value;
    }
}
