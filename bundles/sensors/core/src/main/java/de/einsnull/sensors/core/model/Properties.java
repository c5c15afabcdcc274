package de.einsnull.sensors.core.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** Facts about a thing as one JSON column. */
public final class Properties {

    private static final int MAX_CHARS = 4_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Properties() {}

    /**
     * Writes the facts.
     *
     * @throws IllegalArgumentException if they are too long for the column
     */
    public static String toJson(Map<String, String> facts) {
        try {
            var text = JSON.writeValueAsString(new TreeMap<>(facts));
            if (text.length() > MAX_CHARS) {
                throw new IllegalArgumentException("properties have more than " + MAX_CHARS + " characters");
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("properties cannot be written as JSON", e);
        }
    }

    /** Reads the facts. */
    public static Map<String, String> fromJson(String text) {
        try {
            return JSON.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A column with properties is not JSON", e);
        }
    }
}
