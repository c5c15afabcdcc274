package de.einsnull.sensors.sensorthings.json;

import com.fasterxml.jackson.databind.JsonNode;

/** Equality of JSON in which 1 and 1.0 are the same number. */
final class NumbersEqual {

    private NumbersEqual() {}

    static boolean equal(JsonNode a, JsonNode b) {
        return a.equals(NumbersEqual::compare, b);
    }

    private static int compare(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue());
        }
        return a.equals(b) ? 0 : 1;
    }
}
