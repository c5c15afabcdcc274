package de.einsnull.sensors.sensorthings.json;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads ids: whole numbers greater than 0, also as text. */
final class Ids {

    private Ids() {}

    static long read(JsonNode json, String pointer) {
        if (json.isIntegralNumber() && json.canConvertToLong() && json.longValue() > 0) {
            return json.longValue();
        }
        if (json.isTextual() && json.textValue().matches("[1-9]\\d{0,17}")) {
            return Long.parseLong(json.textValue());
        }
        throw ValueReader.expected(pointer, "eine ganze Zahl größer als 0", "a whole number greater than 0");
    }
}
